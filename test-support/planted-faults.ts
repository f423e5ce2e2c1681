/** Faults planted in a stand-in's behaviour: for each promise one that the law which judges it finds, if there is one. */
import fc from 'fast-check';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import type { ProviderAnswer } from '../generators/axes/provider-answer.ts';
import { type Case, caseArbitrary } from '../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import { type ProviderId, providerOf } from '../generators/providers/catalog.ts';
import { canariesOf } from '../generators/secrets/canaries.ts';
import { judge } from '../invariants/laws.ts';
import { concerns } from '../invariants/promises/concerns.ts';
import { type DocumentedPromise, judgesOf } from '../invariants/promises/documented-promise.ts';
import { promisesBroken } from '../invariants/promises/of-laws.ts';
import { ALL_PROMISES, type PromiseId } from '../invariants/promises/promises.ts';
import { PROVIDERS_OF_PROMISES } from '../invariants/promises/providers-of-promises.ts';
import type { Credential } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import { anyBehaviour, SALT } from './arbitrary-behaviour.ts';
import { failed, judged, observation, request, sentFrom } from './conforming.ts';
import { faultOfField } from './field-of-build.ts';

type Behaviour = (value: Case, path: PathName, secrets: readonly Credential[]) => Partial<Observation>;

const STATUS: Readonly<Partial<Record<ProviderAnswer, number>>> = {
  'bad-request': 400,
  'unknown-model': 404,
  'rate-limited': 429,
  'retry-later': 429,
  'no-credit': 402,
  'spent-key': 403,
  overloaded: 503,
  'timed-out': 504,
  'client-closed': 499,
  'gateway-page': 502,
  'nothing-said': 404,
  'usage-window': 402,
  'limit-in-words': 400,
  'server-error': 500,
};
const refused = ({ provider }: Case, credential: Credential) => ({
  ...request(credential),
  status: STATUS[provider.answer] ?? 401,
});

/** Behaviours that no law on all its paths lets pass where a case owes something else. */
const FAULTS: Readonly<Record<string, Behaviour>> = {
  'no path finds a credential': () => ({ requests: [], outcome: failed('no-credential') }),
  'a path gives up after its first refusal': (value, _path, [first]) => ({
    requests: first ? [refused(value, first)] : [],
    outcome: failed('rejected'),
  }),
  'a path goes on with every secret': (value, _path, secrets) => ({
    requests: secrets.map((each) => refused(value, each)),
    outcome: failed('rejected'),
  }),
  'chat and the others end differently': (value, path, [first]) => ({
    requests: first ? [refused(value, first)] : [],
    outcome: path === 'chat' ? failed('rejected') : { kind: 'failure', class: 'other', message: '' },
  }),
  'chat and the others send different secrets': (_value, path, secrets) => {
    const sent = path === 'chat' ? secrets[0] : secrets.at(-1);
    return sent ? { requests: [request(sent)] } : { requests: [], outcome: failed('no-credential') };
  },
};

export interface PlantedFault {
  readonly fault: string;
  /** The fingerprint, or the sentence of the check. */
  readonly found: string;
}

const ARBITRARY = { seed: 1, numRuns: 6000 };
const CASES = { seed: 1, numRuns: 1200 };
const MOST_CASES = 60;

/** By promise, of those that a law judges; null where no fault was found. */
export function plantedFaults(): Map<DocumentedPromise<PromiseId>, PlantedFault | null> {
  const promises = ALL_PROMISES.filter((promise) => judgesOf(promise).length > 0);
  const found = new Map<PromiseId, PlantedFault>();
  for (const each of fc.sample(anyBehaviour, ARBITRARY)) {
    for (const violation of judge(each))
      for (const { id } of promisesBroken(violation, each.value, each.version))
        if (!found.has(id))
          found.set(id, { fault: 'paths do anything', found: String(violation.fingerprint) });
  }
  return new Map(promises.map((promise) => [promise, found.get(promise.id) ?? faultFor(promise)]));
}

function faultFor(promise: DocumentedPromise<PromiseId>): PlantedFault | null {
  if ('check' in promise.judged) return faultOfField(promise.id);
  const version = newestWith(promise);
  const { providers: all, subscriptions } = traitsOf(version);
  // A stand-in has every provider, also those whose plugin npm does not bring.
  const providers = PROVIDERS_OF_PROMISES[promise.id] ?? all;
  const drawn = fc
    .sample(caseArbitrary(providers, subscriptions), CASES)
    .filter((value) => concerns(promise, value));
  const plain = providers.flatMap(plainCasesOf).filter((value) => concerns(promise, value));
  for (const value of [...plain, ...drawn.slice(0, MOST_CASES)]) {
    for (const [fault, behaviour] of Object.entries(FAULTS)) {
      const broken = judge(behaved(value, version, behaviour)).find((violation) =>
        promisesBroken(violation, value, version).includes(promise),
      );
      if (broken) return { fault, found: String(broken.fingerprint) };
    }
  }
  return null;
}

/** The newest build whose documents make a promise. */
function newestWith({ builds: { to } }: DocumentedPromise<PromiseId>): string {
  return to ?? DEFAULT_TARGET;
}

/** One live key of a provider, in its variable, in a profile and in its entry. */
function plainCasesOf(id: ProviderId): Case[] {
  const { environmentVariables, profileTypes } = providerOf(id);
  const { secret } = PLAIN_PROFILE;
  return [
    ...environmentVariables
      .slice(0, 1)
      .map((name) =>
        plainCase({ id, environment: [{ name, layer: 'process', holds: 'live', shape: 'plain' }] }),
      ),
    ...profileTypes.slice(0, 1).map((type) => plainCase({ id, profiles: [{ ...PLAIN_PROFILE, type }] })),
    plainCase({ id, entry: { ...PLAIN_ENTRY, apiKey: secret } }),
  ];
}

function behaved(value: Case, version: string, behaviour: Behaviour) {
  const own = canariesOf(value, SALT).filter(({ place }) => place.provider === value.provider.id);
  const secrets = own.map(({ place }) =>
    sentFrom(value, (each) => each === place || JSON.stringify(each) === JSON.stringify(place)),
  );
  const model = { provider: value.provider.id, id: 'model' };
  const observations = ALL_PATHS.map((path) =>
    observation(path, { model, ...behaviour(value, path, secrets) }),
  );
  return judged(observations, { value, version });
}
