/** The steps of a home case that its user took while the home was in use. */
import { join } from 'node:path';
import { textAfter } from '../../generators/secrets/rotation.ts';
import { CONFIG_FILE } from '../../home-case/home-case.ts';
import type { LaterStep } from '../../home-case/later-step.ts';
import type { Undone } from '../../observation/observation.ts';
import type { Staged } from '../cases/runnable.ts';
import { type Home, withStoresWritten } from '../home/home.ts';
import type { Subject } from '../subject/subject.ts';
import { traitsOf } from '../versions/traits.ts';
import { type HostActions, mustBeDone, StepMissing, StepUndone } from './host-actions.ts';
import { rewrite } from './rewrite.ts';

export interface InUse {
  readonly home: Home;
  readonly staged: Staged;
}

/** Takes the steps in their order. A step that the build does not do is said with the others' end. */
export async function takeLaterSteps(
  actions: HostActions,
  subject: Subject,
  start: InUse,
): Promise<InUse & { readonly undone: readonly Undone[] }> {
  const undone: Undone[] = [];
  let now: InUse = { ...start, home: withStoresWritten(start.home) };
  for (const [step, each] of start.home.stepsAfter.entries()) {
    try {
      now = await taken(actions, subject, now, each);
    } catch (error) {
      if (!(error instanceof StepUndone)) throw error;
      undone.push({
        step,
        message: error.message,
        ...(error instanceof StepMissing ? { isMissing: true } : {}),
      });
    }
  }
  return { ...now, undone };
}

async function taken(actions: HostActions, subject: Subject, now: InUse, step: LaterStep): Promise<InUse> {
  switch (step.do) {
    case 'replace':
      return replace(actions, subject, now, step.secret);
    case 'run':
      mustBeDone(await actions.command(now, step.words));
      await actions.settle('configuration');
      return now;
    case 'reload-secrets':
      mustBeDone(await actions.call(now, 'secrets.reload', {}));
      return now;
    case 'restart':
      mustBeDone(await actions.restart(now, 'SIGTERM'));
      return now;
  }
}

/** In every file, in the variables of the next process, and in the build's own store by its command, as a user would. */
async function replace(
  actions: HostActions,
  subject: Subject,
  { home, staged }: InUse,
  name: string,
): Promise<InUse> {
  const replaced = staged.replaced?.(name);
  if (!replaced) throw new StepMissing(`the home has no ${name}`);
  const { old, now, files, profile } = replaced;
  const inText = (text: string) => textAfter(text, [{ old: { written: old }, now: { written: now } }]);
  for (const file of files) await rewrite(join(home.folder, file), inText);
  if (profile && traitsOf(subject.version).authStore === 'json')
    await rewrite(join(home.agentFolder, 'auth-profiles.json'), inText);
  else if (profile) {
    if (profile.type === 'oauth') throw new StepMissing('a sign-in is no text that a user can replace');
    const paste = profile.type === 'token' ? 'paste-token' : 'paste-api-key';
    const about = ['--provider', profile.provider, '--profile-id', profile.id];
    mustBeDone(await actions.command({ home }, ['models', 'auth', paste, ...about], `${now}\n`));
  }
  await actions.settle(files.includes(CONFIG_FILE) ? 'configuration' : 'credentials');
  const variables = Object.entries(home.environment).map(([key, text]) => [key, inText(text)]);
  return { staged: replaced.staged, home: { ...home, environment: Object.fromEntries(variables) } };
}
