/** The steps of a case as a numbered list that a person can follow. */

import { askedOf, shellLine } from '../gateway/asked/asked.ts';
import { askedModel } from '../gateway/asked/unsupported-reason.ts';
import { movedMemoryText } from '../gateway/steps/move-memory.ts';
import { laneOfSteps } from '../gateway/steps/observe-steps.ts';
import { envText, keySections, pasteCommand, profilesRecord } from '../gateway/steps/write-first-key.ts';
import type { Case } from '../generators/case.ts';
import { providerOfSetup } from '../generators/provider-setup.ts';
import { idOfProfile, storedUnder } from '../generators/providers/catalog.ts';
import { canariesOf } from '../generators/secrets/canaries.ts';
import { describePlace } from '../generators/secrets/place.ts';
import { keptBy } from '../generators/steps/keeper.ts';
import { meaningfulSteps } from '../generators/steps/meaningful-steps.ts';
import { isTaken, type LoginTurn, type ProviderTurn, type Step } from '../generators/steps/step.ts';
import type { PathName } from '../observation/path-name.ts';
import { pathOf } from '../paths/paths.ts';

const TURNS: Record<ProviderTurn, string> = {
  recovers: 'answers as at the beginning',
  refuses: 'refuses the keys that are in use (401)',
  limits: 'answers 429',
  fails: 'answers 500',
  'wants-credit': 'refuses the keys that are in use for want of credit',
  revokes: 'refuses the keys that are in use for good, as revoked',
  misreads: 'answers 400, as to a request that it cannot read',
  cuts: 'answers by the key, and breaks each stream off with an error',
};

const LOGIN_TURNS: Record<LoginTurn, string> = {
  recovers: 'renews logins as at the beginning',
  fails: 'answers 503 to those who renew a login',
  garbles:
    'answers who renews a login with tokens that hold bytes which are no UTF-8, and still takes the token that was sent',
  keeps: 'renews logins without a new refresh token: the one that was sent stays good',
};

const RUN = 'Run: openclaw gateway run';

/** Null for a case without steps. A step that the case has nothing for keeps its number, and says so. */
export function stepsText(value: Case, version: string): string | null {
  const { steps } = value;
  if (!steps) return null;
  const meaningful = new Set(meaningfulSteps(value, steps));
  const isSaid = steps.some((step) => step.do === 'run-gateway');
  const start = laneOfSteps(value, 'embedded') === 'gateway' && !isSaid ? [RUN] : [];
  const lines = steps.map((step, place) =>
    meaningful.has(step)
      ? stepText(step, value, version, isFirstOf(step, steps.slice(0, place)))
      : 'Nothing: the setup has nothing for this step.',
  );
  return [...start.map((line) => `0. ${line}`), ...lines.map((line, index) => `${index + 1}. ${line}`)].join(
    '\n',
  );
}

/** Whether no step before it takes the same path. */
function isFirstOf(step: Step, before: readonly Step[]): boolean {
  return !before.some((each) => isTaken(each) && isTaken(step) && each.path === step.path);
}

/** @param isFirst of a step that takes a path: whether none before it does */
function stepText(step: Step, value: Case, version: string, isFirst: boolean): string {
  const { id } = value.provider;
  switch (step.do) {
    case 'run-gateway':
      return RUN;
    case 'take':
      return `Run: ${takeLine(step.path, value, version, isFirst)}`;
    case 'take-twice':
      return `Run this twice at the same time: ${takeLine(step.path, value, version, isFirst)}`;
    case 'rotate': {
      const places = keptBy(value, step.keeper, canariesOf(value, '')).map(({ place }) => place);
      const how = step.by === 'rpc' ? ' with openclaw gateway call config.set' : '';
      return `Replace by a new key${how}, and revoke the old one: ${places.map(describePlace).join(', ')}.`;
    }
    case 'first-key':
      return firstKeyText(step, value, version);
    case 'provider':
      return `From now on the provider ${TURNS[step.turn]}${step.of ? `, where the key of ${idOfProfile(id, step.of)} is sent` : ''}.`;
    case 'logins':
      return `From now on the provider ${LOGIN_TURNS[step.turn]}.`;
    case 'switch-model':
      return `Set agents.defaults.model.primary in openclaw.json to the other of ${id}/${providerOfSetup(value.provider).models.join(` and ${id}/`)}.`;
    case 'edit-config':
      return step.by === 'file'
        ? 'Set agents.defaults.timeoutSeconds to 599 in openclaw.json.'
        : 'Run: openclaw gateway call config.patch, with { agents: { defaults: { timeoutSeconds: 599 } } }';
    case 'move-memory': {
      const settings = movedMemoryText(value, version);
      return step.by === 'file'
        ? `Merge into openclaw.json: ${settings}`
        : `Run: openclaw gateway call config.patch, with ${settings}`;
    }
    case 'withdraw':
      return step.keeper === 'secrets-file'
        ? 'Replace the file that references name by one that holds nothing: {}'
        : 'Replace the command that references name by one that fails: exit 1';
    case 'order-profiles':
      return `Run: openclaw models auth order set --provider ${storedUnder(id)}, with ${idOfProfile(id, step.first)} first`;
    case 'remove-profile':
      return `Run: openclaw models auth logout ${idOfProfile(id, step.name)} --yes`;
    case 'choose-in-session': {
      const { models } = providerOfSetup(value.provider);
      const pin = step.profile === null ? '' : `@${idOfProfile(id, step.profile)}`;
      return `In the session of the chat, send: /model ${id}/${models[step.model === 'first' ? 0 : 1]}${pin} -s`;
    }
    case 'new-session':
      return 'In the session of the chat, send: /new';
    case 'reload-secrets':
      return 'Run: openclaw gateway call secrets.reload';
    case 'restart':
      return `End the gateway with ${step.by}, then run: openclaw gateway run`;
  }
}

/** The first key, as a user writes it. */
function firstKeyText(
  { keeper, by }: Extract<Step, { do: 'first-key' }>,
  value: Case,
  version: string,
): string {
  const canaries = canariesOf(value, 'report');
  const kept = keptBy(value, keeper, canaries);
  switch (keeper) {
    case 'env-file':
      return `Add to ~/.openclaw/.env: ${envText(kept).trim().replaceAll('\n', ' ')}`;
    case 'config': {
      const sections = JSON.stringify(keySections(value, canaries, version));
      return by === 'rpc'
        ? `Run: openclaw gateway call config.patch, with ${sections}`
        : `Merge into openclaw.json: ${sections}`;
    }
    case 'profiles': {
      const command = pasteCommand(kept, version);
      if (command) return `Run: printf '%s\\n' '${kept[0]!.written}' | openclaw ${command.join(' ')}`;
      const text = JSON.stringify(profilesRecord(value, canaries, version));
      return `Write ~/.openclaw/agents/main/agent/auth-profiles.json: ${text}`;
    }
  }
}

function takeLine(name: PathName, value: Case, version: string, isFirst: boolean): string {
  const path = pathOf(name);
  const lane = laneOfSteps(value, 'embedded');
  const { provider } = askedModel(value, path, version, lane).model;
  const asked = { ...askedOf(value, path, provider, version), throughGateway: lane === 'gateway' };
  const door = lane === 'gateway' ? path.drive.door?.(asked) : undefined;
  if (door?.by !== 'http') return shellLine(path, asked, isFirst);
  return `curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:18789${door.door} -d '${JSON.stringify(door.body)}'`;
}
