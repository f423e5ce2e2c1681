import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { providerNamed } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { placeOf } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import { isAtOwnHost } from '../at-own-host.ts';
import { credentialsHolder, credentialsText, modelRequests } from '../behaviour.ts';
import { factsOf } from '../facts/facts-of.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * Paths with an address, or a key, of their own are left out: the request is that of the entry's address, and no document
 * ranks it with a key that is set for one path.
 */
export const entryRequest: Law = {
  id: 'entry-request',
  sentence: "every path sends the header and the auth that request of the provider's entry sets",
  source:
    'openclaw@2026.9.6:docs/gateway/config-tools/custom-providers.md (`models.providers.*.request`: transport overrides for model-provider HTTP requests)',
  judges: ({ value, version }) =>
    isPromised('custom-providers/request-auth', version) && setupsOf(value).some((setup) => isClear(setup)),
  check: (judged) =>
    violationsOf(
      'entry-request',
      familyOf(judged),
      judged.observations.flatMap(({ path }) => {
        const observation = observed(judged, path);
        return observation ? without(judged, observation) : [];
      }),
    ),
};

/** Whether the secret is there, and can be read as it was meant. */
function isClear({ entry, entryRequest: own }: ProviderSetup): boolean {
  return entry !== null && own !== null && own.secret.holds !== 'nothing' && own.secret.shape === 'plain';
}

function without(judged: Judged, observation: Observation): Deviation[] {
  const { path, model } = observation;
  const setup = setupsOf(judged.value).find(({ id }) => id === model.provider);
  const isElsewhere = providerNamed(model.provider)?.ownAddresses?.includes(path);
  if (!setup?.entryRequest || !isClear(setup) || isElsewhere) return [];
  if (factsOf(judged).hasOwnKey(path, model.provider)) return [];
  const [first] = modelRequests(observation);
  if (!first) return [];
  const { part } = setup.entryRequest;
  if (part === 'headers' && !isAtOwnHost(judged.value, observation, first)) return [];
  const isSent =
    part === 'headers'
      ? first.ownHeaders.includes('request')
      : first.credentials.some((each) => placeOf(each)?.holder === 'request');
  if (isSent) return [];
  const sent = credentialsText(first.credentials);
  return [
    part === 'headers'
      ? {
          path,
          reference: null,
          behaviour: 'without the header of request',
          detail: `${path} asks ${first.host} without the header that request of the entry sets`,
        }
      : {
          path,
          reference: null,
          behaviour: `${credentialsHolder(first.credentials)} in place of the auth of request`,
          detail: `${path} sends ${sent} to ${first.host}, and request of the entry sets another auth`,
        },
  ];
}
