import { modelOfSession, type SessionModel } from '../../generators/axes/session-model.ts';
import type { Case } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import type { Observation } from '../../observation/observation.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import {
  isUnknownTo,
  pathsThatName,
  strangerDeviation,
  strangerIn,
  turnsOn,
  withAgentsModel,
} from '../named-model.ts';
import { isPromised } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';

const TURNS = pathsThatName('session');

/**
 * A turn that asks the same provider has the same choice among its credentials, whether the agent's settings name the model or a person
 * picks it. A picked model is strict, too: no model that the configuration names to fall back on is asked in place of it.
 */
export const sessionModel: Law = {
  id: 'session-model',
  sentence:
    'a turn for which a model is picked asks it as a turn whose agent has a model of that provider, and without a fallback, or in a session with one, sends the credentials of no other',
  source:
    'openclaw@2026.9.6:docs/concepts/models.md ("Exact and strict", "fails visibly instead of falling through to another configured model"), openclaw@2026.9.6:docs/gateway/openresponses-http-api.md ("override the selected agent\'s backend model")',
  variant: unpicked,
  variantPaths: TURNS,
  judges: (judged) =>
    promises(judged) && ((judged.variants['session-model'] ?? []).length > 0 || isStrict(judged)),
  check: (judged) => {
    const turns = turnsOn(TURNS, judged);
    const isCompared = !isUnknownTo(turns);
    return [
      ...(isCompared ? comparedWithVariant('session-model', judged, 'picked', "as its agent's") : []),
      ...violationsOf(
        'session-model',
        familyOf(judged),
        turns.flatMap((turn) => strangersOf(judged, turn)),
      ),
    ];
  },
};

function promises({ version }: Judged): boolean {
  return isPromised('models/picked-model-is-asked', version);
}

/** Whether a case shows that a picked model falls back on none. A header over HTTP is promised to be asked, and not to be strict. */
function isStrict(judged: Judged): boolean {
  const { value } = judged;
  return value.fallback !== null && modelOfSession(value) !== null && !!observed(judged, 'socket-chat');
}

/** With a fallback, the model of the agent may fall back and a picked one may not: no other case promises the same. */
function unpicked(value: Case): Case {
  const named = modelOfSession(value);
  if (named === null || value.fallback || choosesByRuntime(value, named)) return value;
  return withAgentsModel(value, { ...value, sessionModel: null }, named);
}

/**
 * Whether the choice among a provider's credentials depends on whether its models are told a runtime, as a picked one is where a build
 * refuses it otherwise: told so, it takes a key before a subscription (openclaw@2026.9.6:docs/providers/openai/runtimes.md,
 * "prefers the API route when both kinds are eligible").
 */
function choosesByRuntime({ provider, otherProvider }: Case, named: SessionModel): boolean {
  const { id, profiles } = (named === 'other-provider' && otherProvider) || provider;
  return providerOf(id).agentRuntime !== undefined && profiles.some(({ type }) => type !== 'api_key');
}

/** A credential of another provider, where the same turn without a pick sends none, or where it may fall back on none. */
function strangersOf(judged: Judged, turn: Observation): Deviation[] {
  const sent = strangerIn(turn);
  if (!sent || modelOfSession(judged.value) === null) return [];
  const unnamed = judged.variants['session-model']?.find(({ path }) => path === turn.path);
  const isShown = unnamed ? !strangerIn(unnamed) : turn.path === 'socket-chat' && isStrict(judged);
  return isShown ? [strangerDeviation(turn, sent)] : [];
}
