/** The model that a turn falls back on is asked where the documents say that its trouble goes on to it. */
import { isForWantOfCredit, type ProviderAnswer } from '../../generators/axes/provider-answer.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { hasUsualKey } from '../../generators/usual-key.ts';
import type { Observation } from '../../observation/observation.ts';
import type { WireRequest } from '../../observation/request.ts';
import { outcomeText } from '../behaviour.ts';
import type { Judged } from '../law.ts';
import { isPromised, type PromiseId } from '../promises/promises.ts';
import type { Deviation } from '../violation.ts';

/** A path whose first question was refused, and all that it asked. */
export interface Refused {
  readonly observation: Observation;
  readonly setup: ProviderSetup;
  readonly first: WireRequest;
  readonly later: readonly WireRequest[];
}

type Because = Extract<PromiseId, `model-failover/fallback-on-${string}` | 'model-failover/timing-statuses'>;

const AUTH: Because = 'model-failover/fallback-on-auth';
const RATE_LIMIT: Because = 'model-failover/fallback-on-rate-limit';
const BILLING: Because = 'model-failover/fallback-on-billing';
const OTHER: Because = 'model-failover/fallback-on-unrecognized';

/** The promise says of both, a model with fallbacks of its own and one without. */
const STRICT: PromiseId = 'model-failover/agent-primary-is-strict';

/**
 * The reason for which a turn goes on, by what the provider does. Left out are the refusals that the documents let a turn end with, of a request for its
 * form or its content, and those that may be taken for one.
 */
const REASONS: Readonly<Partial<Record<ProviderAnswer, Because>>> = {
  forbidden: AUTH,
  expired: AUTH,
  echo: AUTH,
  revoked: AUTH,
  'rate-limited': RATE_LIMIT,
  'retry-later': RATE_LIMIT,
  'usage-window': RATE_LIMIT,
  'limit-in-words': RATE_LIMIT,
  'no-credit': BILLING,
  'spent-key': BILLING,
  'unknown-model': 'model-failover/fallback-on-unknown-model',
  overloaded: 'model-failover/fallback-on-overload',
  reset: 'model-failover/fallback-on-timeout',
  'timed-out': 'model-failover/fallback-on-timeout',
  'client-closed': 'model-failover/timing-statuses',
  'server-error': OTHER,
  malformed: OTHER,
  challenge: OTHER,
  'gateway-page': OTHER,
  'nothing-said': OTHER,
  'broken-off': OTHER,
  empty: OTHER,
};

/** Whether the refusal is one of the credential: nothing but another one helps. */
export function isRefusedForGood({ answer }: ProviderSetup, { credentials }: WireRequest): boolean {
  if (isForWantOfCredit(answer)) return true;
  return (
    answer === 'by-key' && credentials.every((each) => each.kind === 'secret' && each.validity === 'stale')
  );
}

function reasonOf(setup: ProviderSetup, first: WireRequest): Because | null {
  if (setup.answer !== 'by-key') return REASONS[setup.answer] ?? null;
  if (isRefusedForGood(setup, first)) return AUTH;
  return first.status === 429 ? RATE_LIMIT : null;
}

/** An agent's own model is strict, unless it names fallbacks of its own. */
export function fallenBackStrictly(
  { value, version }: Judged,
  { observation, later }: Pick<Refused, 'observation' | 'later'>,
): Deviation[] {
  if (value.agent !== 'strict-model' || !isPromised(STRICT, version)) return [];
  const next = later.find(({ purpose }) => purpose === 'fallback');
  if (!next) return [];
  const { path } = observation;
  const behaviour = 'the fallback model of the defaults after a model of the agent';
  const detail = `${path} asks ${next.host}, on which the model of its agent does not fall back`;
  return [{ path, reference: null, behaviour, detail }];
}

export function notFallenBack(
  { value, version }: Judged,
  { observation, setup, first, later }: Refused,
): Deviation[] {
  const { fallback, otherProvider, agent } = value;
  if (fallback !== 'other-provider' || !hasUsualKey(otherProvider)) return [];
  if (agent === 'strict-model' || (agent === 'own-model' && !isPromised(STRICT, version))) return [];
  const reason = reasonOf(setup, first);
  if (!reason || !isPromised(reason, version) || observation.outcome.kind === 'answer') return [];
  if (later.some(({ purpose }) => purpose === 'fallback')) return [];
  const end = outcomeText(observation);
  return [
    {
      path: observation.path,
      reference: null,
      behaviour: `${end} in place of the fallback model`,
      detail: `${observation.path} was refused (${first.status}) and ends with ${end}, and the fallback model of ${otherProvider?.id} was not asked`,
    },
  ];
}
