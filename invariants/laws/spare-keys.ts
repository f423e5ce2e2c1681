import type { SpareForm } from '../../generators/axes/spare-keys.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import type { Place } from '../../generators/secrets/place.ts';
import { areSameCredentials, placeOf } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import type { WireRequest } from '../../observation/request.ts';
import { credentialsText, modelRequests, outcomeText } from '../behaviour.ts';
import { comparablePairs } from '../comparability.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * The document says that only some providers try another key, and that this depends on the provider and not on the path:
 * if no path of a provider sends another key, none must.
 */
export const spareKeys: Law = {
  id: 'spare-keys',
  sentence:
    "the keys beside a provider's usual variable are sent in their documented order, after a rate limit alone, and on every path of the provider or on none",
  source: 'openclaw@2026.9.6:docs/gateway/authentication.md ("API key rotation (gateway)")',
  judges: ({ value }) => setupsOf(value).some((setup) => setup.spareKeys.length > 0),
  check: (judged) =>
    violationsOf('spare-keys', familyOf(judged), [
      ...judged.observations.flatMap(({ path }) => {
        const observation = observed(judged, path);
        if (!observation) return [];
        return [...outOfOrder(judged, observation), ...notForLimit(judged, observation)];
      }),
      ...comparablePairs(judged).flatMap(({ reference, other }) => notAlike(reference, other)),
    ]),
};

const RANKS: Readonly<Record<SpareForm | 'usual', number>> = { override: 0, list: 1, usual: 2, numbered: 3 };

/** The rank of a key among those of variables; null for any other. */
function rankOf(place: Place | null): number | null {
  if (place?.holder === 'spare key') return RANKS[place.form];
  if (place?.holder !== 'environment') return null;
  const [usual] = providerOf(place.provider).environmentVariables;
  return place.variable.name === usual ? RANKS.usual : null;
}

const placesIn = ({ credentials }: WireRequest) => credentials.map(placeOf);

const isSpare = (request: WireRequest) => placesIn(request).some((place) => place?.holder === 'spare key');

/** Keys of variables out of order on a path: none may come before one that goes before it, and an override is the only one. */
function outOfOrder({ value }: Judged, observation: Observation): Deviation[] {
  const { path, model } = observation;
  const setup = setupsOf(value).find(({ id }) => id === model.provider);
  const requests = modelRequests(observation);
  if (!setup || !requests.some(isSpare)) return [];
  const ranked = requests.flatMap((request) => {
    const rank = placesIn(request)
      .map(rankOf)
      .find((each) => each !== null);
    return rank === undefined || rank === null ? [] : [{ rank, request }];
  });
  const isOverridden = setup.spareKeys.some(({ form }) => form === 'override');
  const wrong = ranked.find(
    ({ rank }, index) =>
      (isOverridden && rank !== RANKS.override) || ranked.slice(index).some((later) => later.rank < rank),
  );
  if (!wrong) return [];
  const name = Object.entries(RANKS).find(([, rank]) => rank === wrong.rank)?.[0];
  const reason = isOverridden ? 'beside an override' : 'before a key that goes before it';
  return [
    {
      path,
      reference: null,
      behaviour: `the ${name} key ${reason}`,
      detail: `${path} sends ${credentialsText(wrong.request.credentials)}, the ${name} key, ${reason}`,
    },
  ];
}

/** A refusal that says nothing of a limit, by its status: some providers tell of a used-up quota by 402 or 403. */
const OTHER_REFUSALS = [400, 401, 404, 500, 503];

function notForLimit({ version }: Judged, observation: Observation): Deviation[] {
  if (!isPromised('authentication/no-rotation-otherwise', version)) return [];
  const { path } = observation;
  const requests = modelRequests(observation);
  const next = requests.findIndex((request, index) => {
    const before = requests[index - 1];
    return (
      before !== undefined &&
      isSpare(request) &&
      rankOf(placesIn(before)[0] ?? null) !== null &&
      OTHER_REFUSALS.includes(before.status) &&
      !areSameCredentials(request.credentials, before.credentials)
    );
  });
  if (next < 0) return [];
  const { status } = requests[next - 1]!;
  return [
    {
      path,
      reference: null,
      behaviour: 'another key after a refusal that is no rate limit',
      detail: `${path} sends ${credentialsText(requests[next]!.credentials)} after it was answered with ${status}`,
    },
  ];
}

/** One path is answered by another key after a limit, and one that met the limit with the same key gives up. */
function notAlike(reference: Observation, other: Observation): Deviation[] {
  const [left, right] = [reference, other].map(modelRequests);
  const [first, second] = [left?.[0], right?.[0]];
  if (!left || !right || first?.status !== 429 || second?.status !== 429) return [];
  if (!areSameCredentials(first.credentials, second.credentials)) return [];
  if (left.some(isSpare) === right.some(isSpare)) return [];
  const isAnswered = ({ outcome }: Observation) => outcome.kind === 'answer';
  if (isAnswered(reference) === isAnswered(other)) return [];
  const behaviour = (each: Observation) =>
    isAnswered(each) ? 'answer, by the next key' : `${outcomeText(each)}, without the next key`;
  return [
    {
      path: other.path,
      reference: { path: reference.path, behaviour: behaviour(reference) },
      behaviour: behaviour(other),
      detail: `${reference.path}: ${behaviour(reference)}; ${other.path}: ${behaviour(other)}`,
    },
  ];
}
