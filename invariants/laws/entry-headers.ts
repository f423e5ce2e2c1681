import { HEADER_NAMES } from '../../generators/axes/entry-headers.ts';
import { providerNamed } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import type { Observation } from '../../observation/observation.ts';
import { isAtOwnHost } from '../at-own-host.ts';
import { modelRequests } from '../behaviour.ts';
import { hasMemoryAddress } from '../facts/memory-paths.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * Headers that hold a key are the business of same-credential. Paths with an address of their own are left out: the
 * headers are those of the entry's address.
 */
export const entryHeaders: Law = {
  id: 'entry-headers',
  sentence: "every path sends the headers that the provider's entry configures under names of their own",
  source:
    'openclaw@2026.9.6:docs/gateway/config-tools/custom-providers.md (`models.providers.*.headers`: extra static headers for proxy/tenant routing)',
  judges: ({ value }) =>
    setupsOf(value).some(({ entry, entryHeaders: own }) => entry !== null && own.length > 0),
  check: (judged) =>
    violationsOf(
      'entry-headers',
      familyOf(judged),
      judged.observations.flatMap(({ path }) => {
        const observation = observed(judged, path);
        return observation ? without(judged, observation) : [];
      }),
    ),
};

function without(judged: Judged, observation: Observation): Deviation[] {
  const { path, model } = observation;
  const setup = setupsOf(judged.value).find(({ id }) => id === model.provider);
  if (!setup?.entry || providerNamed(setup.id)?.ownAddresses?.includes(path)) return [];
  if (hasMemoryAddress(judged.value, path)) return [];
  const [first] = modelRequests(observation);
  if (!first || !isAtOwnHost(judged.value, observation, first)) return [];
  const missing = setup.entryHeaders.filter((each) => !first.ownHeaders.includes(each));
  if (missing.length === 0) return [];
  const names = missing.map((each) => HEADER_NAMES[each]).join(', ');
  // A path that drops each makes one finding, whatever headers an entry has. A User-Agent may be replaced, not dropped.
  const isAll = missing.length === setup.entryHeaders.length && missing.some((each) => each !== 'user-agent');
  return [
    {
      path,
      reference: null,
      behaviour: `without the entry's ${isAll ? 'own headers' : missing.toSorted().join(' + ')}`,
      detail: `${path} asks ${first.host} without ${names}, which the provider's entry configures`,
    },
  ];
}
