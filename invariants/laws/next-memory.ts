/** Memory search whose provider fails asks the one that it is given for that. */
import { memoryFallbackOf } from '../../generators/axes/memory-fallback.ts';
import { hasUsualKey } from '../../generators/usual-key.ts';
import type { Observation } from '../../observation/observation.ts';
import { memory } from '../../paths/memory.ts';
import { modelRequests, outcomeText } from '../behaviour.ts';
import { endedInPreflight, type Judged, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import type { Deviation } from '../violation.ts';

/** Ends of a provider that cannot be asked, or does not answer. Of others no document says that they are failures of the provider. */
const FAILED = [
  'no-credential',
  'rejected',
  'rate-limited',
  'no-credit',
  'server-error',
  'no-answer',
  'unknown-model',
];

/**
 * The index of memory where its provider has failed, beside one to fall back on with a key that nothing speaks against; null: it has not,
 * or there is none. A search may refuse the index of another provider.
 */
export function failedMemory(judged: Judged): Observation | null {
  const { value, version } = judged;
  const next = memoryFallbackOf(value);
  if (!next || !hasUsualKey(value.otherProvider)) return null;
  if (
    value.provider.answeredRequests !== 'every' ||
    !isPromised('memory-config/fallback-after-failure', version)
  )
    return null;
  const observation = observed(judged, memory.name);
  if (!observation || endedInPreflight(observation)) return null;
  const first = modelRequests(observation)[0];
  const wasAsked = observation.requests.some(({ purpose }) => purpose === 'fallback');
  const hasFailed = FAILED.includes(outcomeText(observation)) || (first !== undefined && first.status >= 400);
  return wasAsked || hasFailed ? observation : null;
}

export function memoryNotFallenBack(judged: Judged): Deviation[] {
  const observation = failedMemory(judged);
  if (observation?.outcome.kind !== 'failure') return [];
  const asked = observation.requests.filter(({ purpose }) => purpose === 'fallback');
  const end = outcomeText(observation);
  const other = judged.value.otherProvider;
  if (asked.length === 0)
    return [
      {
        path: observation.path,
        reference: null,
        behaviour: `${end} in place of the provider to fall back on`,
        detail: `memory ends with ${end}, and ${other?.id}, which it falls back on, was not asked`,
      },
    ];
  // One that answers by key was asked with its key, and knows the models that it has.
  const last = asked.at(-1);
  if (other?.answer !== 'by-key' || !last || last.status < 400) return [];
  return [
    {
      path: observation.path,
      reference: null,
      behaviour: `${end} at the provider to fall back on`,
      detail: `memory falls back on ${other.id}, which would answer its key, and ends with ${end} (${last.status})`,
    },
  ];
}
