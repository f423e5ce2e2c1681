/** The steps of a case on one home: each path that is taken is observed with all that happened before it. */
import { meaningfulSteps } from '../../generators/steps/meaningful-steps.ts';
import type { Keeper, Step } from '../../generators/steps/step.ts';
import type { Observation, Undone } from '../../observation/observation.ts';
import { pathOf } from '../../paths/paths.ts';
import { orderProfiles, removeProfile } from './change-profiles.ts';
import { beginSession, chooseInSession } from './choose-in-session.ts';
import { editSetting, switchModel } from './edit-config.ts';
import { mustBeDone, StepMissing, StepUndone } from './host-actions.ts';
import { type LivingHome, withTurn } from './living-home.ts';
import { moveMemory } from './move-memory.ts';
import { replaceKeys, withdrawSecrets } from './replace-keys.ts';
import type { StepHost } from './step-host.ts';
import { writeFirstKey } from './write-first-key.ts';

/**
 * Runs the steps of a case whose preconditions it meets, and ends the host. Never throws for what a subject does.
 *
 * @param salt of the canaries of the home
 */
export async function runSteps(host: StepHost, start: LivingHome, salt: string): Promise<Observation[]> {
  const all = start.value.steps ?? [];
  const meaningful = new Set(meaningfulSteps(start.value, all));
  const observations: Observation[] = [];
  const undone: Undone[] = [];
  let living = start;
  try {
    for (const [index, step] of all.entries()) {
      if (!meaningful.has(step)) continue;
      if (step.do === 'take' || step.do === 'take-twice') {
        const path = pathOf(step.path);
        await living.tokens.ended();
        const seen = await (step.do === 'take' ? host.take(living, path) : host.takeTwice(living, path));
        observations.push(
          ...seen.map((each) => ({
            ...each,
            step: index,
            ...(undone.length > 0 ? { undone: [...undone] } : {}),
          })),
        );
        continue;
      }
      try {
        living = await change(host, living, step, salt);
      } catch (error) {
        if (!(error instanceof StepUndone)) throw error;
        const isMissing = error instanceof StepMissing ? { isMissing: true as const } : {};
        undone.push({ step: index, message: error.message, ...isMissing });
      }
    }
    return observations;
  } finally {
    await host.end();
  }
}

/** A command that writes a profile names it in openclaw.json, too, for which some builds start their gateway again. */
function noticedIn(keeper: Keeper): 'configuration' | 'credentials' {
  return keeper === 'config' || keeper === 'profiles' ? 'configuration' : 'credentials';
}

/** The home after a step that takes no path. */
async function change(
  host: StepHost,
  living: LivingHome,
  step: Exclude<Step, { do: 'take' | 'take-twice' }>,
  salt: string,
): Promise<LivingHome> {
  switch (step.do) {
    case 'run-gateway':
      return living;
    case 'rotate': {
      const after = await replaceKeys(host, living, step, salt);
      await host.settle(noticedIn(step.keeper));
      return after;
    }
    case 'first-key': {
      const after = await writeFirstKey(host, living, step);
      await host.settle(noticedIn(step.keeper));
      return after;
    }
    case 'provider':
      return withTurn(living, step);
    case 'logins':
      return { ...living, loginTurn: step.turn };
    case 'switch-model': {
      await switchModel(living);
      await host.settle('configuration');
      return { ...living, hasSecondModel: !living.hasSecondModel };
    }
    case 'edit-config':
      await editSetting(host, living, step.by);
      await host.settle('configuration');
      return living;
    case 'move-memory':
      await moveMemory(host, living, step.by);
      await host.settle('configuration');
      return { ...living, hasMovedMemory: true };
    case 'withdraw':
      await withdrawSecrets(living, step.keeper);
      await host.settle('credentials');
      return living;
    case 'order-profiles':
      await orderProfiles(host, living, step.first);
      await host.settle('credentials');
      return living;
    case 'remove-profile':
      await removeProfile(host, living, step.name);
      await host.settle('credentials');
      return { ...living, profiles: living.profiles.filter((name) => name !== step.name) };
    case 'choose-in-session':
      await chooseInSession(host, living, step);
      return living;
    case 'new-session':
      await beginSession(host, living);
      return living;
    case 'reload-secrets':
      mustBeDone(await host.call(living, 'secrets.reload', {}));
      return living;
    case 'restart':
      mustBeDone(await host.restart(living, step.by));
      return living;
  }
}
