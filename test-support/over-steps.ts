/** Observations of steps, for tests of laws. */
import type { Case } from '../generators/case.ts';
import { plainCase } from '../generators/plain-case.ts';
import type { Step } from '../generators/steps/step.ts';
import { judge } from '../invariants/laws.ts';
import type { Credential } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import { failed, judged, observation, request, sentFrom } from './conforming.ts';

const variable = { name: 'GEMINI_API_KEY', layer: 'state', holds: 'live', shape: 'plain' } as const;
export const take = { do: 'take', path: 'chat' } as const;
const ofFile = { ...variable, layer: 'state' } as const;

export function caseOf(
  steps: readonly Step[],
  setup: Partial<Case['provider']> = { environment: [ofFile] },
): Case {
  return plainCase({ id: 'google', ...setup }, { steps: [...steps] });
}

/** The key of the case that it has now, or that it had before it was replaced. */
export function keyOf(value: Case, when: 'now' | 'before' = 'now'): Credential {
  const key = sentFrom(value, ({ provider }) => provider === 'google');
  return when === 'now' ? key : { ...key, validity: 'stale', isReplaced: true };
}

/** A request that the provider does not take. */
export function refusing(step: number, credential: Credential, status: number): Observation {
  return taken(step, credential, {
    requests: [{ ...request(credential), status }],
    outcome: failed('rejected'),
  });
}

export function taken(step: number, credential: Credential, changes: Partial<Observation> = {}): Observation {
  return observation('chat', { step, requests: [request(credential)], ...changes });
}

export const broken = (value: Case, ...observations: Observation[]) =>
  judge(judged(observations, { value })).map(({ fingerprint }) => `${fingerprint}`);
