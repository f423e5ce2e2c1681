/** A media entry that was refused is followed by the next of its list. */
import { providerOf } from '../../generators/providers/catalog.ts';
import type { Observation } from '../../observation/observation.ts';
import { MEDIA_PATHS } from '../../paths/paths.ts';
import { outcomeText } from '../behaviour.ts';
import { type Judged, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import type { Deviation } from '../violation.ts';

/**
 * The observations of media paths whose first entry was refused for good, where the next is of another provider that takes the
 * medium: two entries of one provider may share what was refused, and a provider without the medium has nothing to be asked.
 */
export function refusedEntries(judged: Judged): Observation[] {
  const { mediaSelection, fallback, otherProvider } = judged.value;
  if (mediaSelection !== 'entries' || fallback !== 'other-provider' || !otherProvider) return [];
  const { media } = providerOf(otherProvider.id);
  return MEDIA_PATHS.filter(({ medium }) => medium !== null && media.includes(medium)).flatMap(({ name }) => {
    const observation = observed(judged, name);
    const [first] = observation?.requests.filter(({ purpose }) => purpose === 'model') ?? [];
    return observation && first && first.status >= 400 ? [observation] : [];
  });
}

/** @param canNext whether the provider of the next entry has a key that nothing speaks against */
export function notFollowed(judged: Judged, canNext: boolean): Deviation[] {
  if (!canNext || !isPromised('built-in-tools/entry-failure-goes-on', judged.version)) return [];
  return refusedEntries(judged)
    .filter(
      ({ outcome, requests }) =>
        outcome.kind === 'failure' && !requests.some(({ purpose }) => purpose === 'fallback'),
    )
    .map((observation) => {
      const { path, requests } = observation;
      const end = outcomeText(observation);
      return {
        path,
        reference: null,
        behaviour: `${end} in place of the next entry`,
        detail: `${path} was refused (${requests[0]?.status}) and ends with ${end}, and its next entry was not asked`,
      };
    });
}
