/** Features of a case that promises are about, as data with one predicate each. */

import { hasEnded } from '../../generators/axes/auth-profile.ts';
import { allowsPrivate, isElsewhere } from '../../generators/axes/base-url.ts';
import { profileOfEntry } from '../../generators/axes/entry-profile.ts';
import type { EntryRequest } from '../../generators/axes/entry-request.ts';
import { settingsOfHeartbeat } from '../../generators/axes/heartbeat.ts';
import { modelOfHelper } from '../../generators/axes/helper-model.ts';
import { modelOfJob } from '../../generators/axes/job-model.ts';
import { declaresSome } from '../../generators/axes/listed-profiles.ts';
import { choosesMemory } from '../../generators/axes/memory-choice.ts';
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import { memoryFallbackOf } from '../../generators/axes/memory-fallback.ts';
import { probedProfile } from '../../generators/axes/probe-profile.ts';
import { setupOfProgram } from '../../generators/axes/program-login.ts';
import { isForWantOfCredit } from '../../generators/axes/provider-answer.ts';
import { searchKeyOf } from '../../generators/axes/search-key.ts';
import { modelOfSession } from '../../generators/axes/session-model.ts';
import type { SpareForm } from '../../generators/axes/spare-keys.ts';
import { speechKeyOf } from '../../generators/axes/speech-key.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import type { Secret } from '../../generators/secrets/map-secrets.ts';
import { isChatsNameBare, isImagesNameBare, sharesModel } from '../../paths/configured-name.ts';
import { isPresent } from '../laws/present-profile.ts';

/** Answers for which the documents name no reason to go on: what is left is every other error. */
export const UNRECOGNIZED: readonly ProviderSetup['answer'][] = [
  'server-error',
  'malformed',
  'challenge',
  'gateway-page',
  'nothing-said',
  'broken-off',
  'empty',
];

type OfSetup = (setup: ProviderSetup) => boolean;
type Source = Secret['source'];

const some =
  (has: OfSetup) =>
  (value: Case): boolean =>
    setupsOf(value).some(has);

const inLayer = (...layers: readonly string[]) =>
  some(({ environment }) => environment.some(({ layer }) => layers.includes(layer)));

const ofType = (type: string) => some(({ profiles }) => profiles.some((profile) => profile.type === type));

function secretsOf({ profiles, entry }: ProviderSetup): Secret[] {
  return [...profiles.map(({ secret }) => secret), entry?.apiKey, entry?.header].filter(
    (each) => each != null,
  );
}

const fromSource = (...sources: readonly Source[]) =>
  some((setup) => secretsOf(setup).some(({ source }) => sources.includes(source)));

const REFERENCES: readonly Source[] = [
  'env',
  'dotenv',
  'file',
  'exec',
  'store',
  'template',
  'short-template',
];

const withSpare = (form: SpareForm) => some(({ spareKeys }) => spareKeys.some((key) => key.form === form));

const withRequest = (...parts: readonly EntryRequest['part'][]) =>
  some(
    ({ entry, entryRequest }) => entry !== null && entryRequest !== null && parts.includes(entryRequest.part),
  );

const FEATURES = {
  'job model': (value) => modelOfJob(value) !== null,
  'session model': (value) => modelOfSession(value) !== null,
  'helper model': (value) => modelOfHelper(value) !== null,
  'isolated heartbeat': (value) => settingsOfHeartbeat(value).isolatedSession === true,
  variable: some(({ environment }) => environment.length > 0),
  'two variables': some(({ environment }) => new Set(environment.map(({ name }) => name)).size > 1),
  'process variable': inLayer('process'),
  'global .env': inLayer('state'),
  'config variable': inLayer('config', 'config-short'),
  'workspace .env': inLayer('workspace'),
  profile: some(({ profiles }) => profiles.length > 0),
  'two profiles': some(({ profiles }) => profiles.length > 1),
  'api_key profile': ofType('api_key'),
  'token profile': ofType('token'),
  'oauth profile': ofType('oauth'),
  'ended profile': some(({ profiles }) => profiles.some(hasEnded)),
  'empty profile': some(({ profiles }) => profiles.some(({ secret }) => secret.holds === 'nothing')),
  cooldown: some(({ profiles }) => profiles.some(({ cooldown }) => cooldown !== 'none')),
  order: some(({ order }) => order !== null),
  'declared profile': some((setup) => setup.order === null && declaresSome(setup)),
  'stored order': some(({ order }) => order?.where === 'store'),
  'configured order': some(({ order }) => order?.where === 'config'),
  entry: some(({ entry }) => entry !== null),
  'entry key': some(({ entry }) => entry?.apiKey != null),
  'entry auth': some(({ entry }) => entry?.auth != null),
  'entry header': some(({ entry }) => entry?.header != null),
  authHeader: some(({ entry }) => entry?.authHeader === true),
  'own headers': some(({ entry, entryHeaders }) => entry !== null && entryHeaders.length > 0),
  'own address': some(({ entry }) => isElsewhere(entry?.baseUrl ?? 'default')),
  "address of the user's own network": some(({ entry }) =>
    ['loopback', 'lan', 'trusted-lan'].includes(entry?.baseUrl ?? ''),
  ),
  'private address that is allowed': some(({ entry }) => allowsPrivate(entry?.baseUrl ?? 'default')),
  'address variable': some(({ addressVariable }) => addressVariable !== null),
  'models.json': some(({ olderModelsFile }) => olderModelsFile),
  reference: fromSource(...REFERENCES),
  'env reference': fromSource('env', 'dotenv'),
  'file reference': fromSource('file'),
  'exec reference': fromSource('exec'),
  'store reference': fromSource('store'),
  template: fromSource('template'),
  'short template': fromSource('short-template'),
  marker: fromSource('marker', 'foreign-name'),
  'unresolved reference': some((setup) =>
    secretsOf(setup).some(({ source, holds }) => REFERENCES.includes(source) && holds === 'nothing'),
  ),
  refusal: some(
    ({ answer, ...setup }) =>
      answer !== 'by-key' ||
      [...setup.environment, ...secretsOf({ answer, ...setup })].some(({ holds }) => holds === 'stale'),
  ),
  'bad request': some(({ answer }) => answer === 'bad-request'),
  'rate limit': some(({ answer }) => answer === 'rate-limited' || answer === 'retry-later'),
  'no credit': some(({ answer }) => isForWantOfCredit(answer)),
  'unknown model': some(({ answer }) => answer === 'unknown-model'),
  'server error': some(({ answer }) => answer === 'server-error'),
  'limit in words': some(({ answer }) => answer === 'limit-in-words'),
  'usage window': some(({ answer }) => answer === 'usage-window'),
  timeout: some(({ answer }) => answer === 'timed-out' || answer === 'client-closed'),
  overload: some(({ answer }) => answer === 'overloaded'),
  'connection that ends': some(({ answer }) => answer === 'reset'),
  'unrecognized trouble': some(({ answer }) => UNRECOGNIZED.includes(answer)),
  fallback: ({ fallback }: Case) => fallback !== null,
  proxy: ({ proxy }: Case) => proxy !== null,
  'two searchers': ({ provider, otherProvider, mediaSelection }: Case) =>
    mediaSelection === 'automatic' && [provider, otherProvider].every(searches),
  'login of another program': (value: Case) => setupOfProgram(value) !== null,
  'other provider': ({ otherProvider }: Case) => otherProvider !== null,
  'strict model': ({ agent }: Case) => agent === 'strict-model',
  'second agent': ({ agent }: Case) => agent === 'second',
  'media entries': ({ mediaSelection }: Case) => mediaSelection === 'entries',
  'image model': ({ mediaSelection }: Case) => mediaSelection === 'image-model',
  'media by command': ({ mediaSelection }: Case) => mediaSelection === 'command',
  'chosen media': ({ mediaSelection }: Case) => mediaSelection === 'automatic',
  'pinned media': ({ mediaPin }: Case) => mediaPin !== null,
  'media address or header': ({ mediaEntry }: Case) => mediaEntry !== 'plain',
  'profile of chat': ({ chatProfile, provider }: Case) =>
    provider.profiles.some((profile) => profile.name === chatProfile && isPresent(profile)),
  alias: ({ modelName }: Case) => modelName === 'alias',
  'name in capitals': ({ modelName }: Case) => modelName === 'capitals',
  'bare model': isChatsNameBare,
  'bare model of images': isImagesNameBare,
  'shared model': sharesModel,
  'profile of the entry': (value: Case) => profileOfEntry(value) !== null,
  'probed profile': (value: Case) => probedProfile(value) !== null,
  'search key': (value: Case) => searchKeyOf(value) !== null,
  'spare keys': some(({ spareKeys }) => spareKeys.length > 0),
  'override key': withSpare('override'),
  'listed keys': withSpare('list'),
  'numbered keys': withSpare('numbered'),
  'limited key': some(({ environment }) => environment.some(({ holds }) => holds === 'limited')),
  'request header': withRequest('headers'),
  'request token': withRequest('bearer'),
  'request value': withRequest('header'),
  'request auth': withRequest('bearer', 'header'),
  'request reference': some(
    ({ entry, entryRequest }) =>
      entry !== null && REFERENCES.includes(entryRequest?.secret.source ?? 'inline'),
  ),
  'text beside a reference': some(
    ({ plainBeside, profiles }) => plainBeside && profiles.some(({ secret }) => secret.source !== 'inline'),
  ),
  'two media entries': ({ mediaSelection, fallback }: Case) =>
    mediaSelection === 'entries' && fallback !== null,
  'memory that chooses': (value: Case) => choosesMemory(value),
  'memory key': (value: Case) => memoryEndpointOf(value) !== null,
  'memory reference': (value: Case) =>
    REFERENCES.includes(memoryEndpointOf(value)?.apiKey.source ?? 'inline'),
  'memory address': (value: Case) => memoryEndpointOf(value)?.hasAddress ?? false,
  'memory header': (value: Case) => memoryEndpointOf(value)?.hasHeader ?? false,
  'default credentials': some(({ defaultCredentials }) => defaultCredentials.length > 0),
  'speech key': (value: Case) => speechKeyOf(value) !== null,
  'memory that falls back': (value: Case) => memoryFallbackOf(value) !== null,
} satisfies Record<string, (value: Case) => boolean>;

export type CaseFeature = keyof typeof FEATURES;

export function hasFeature(value: Case, feature: CaseFeature): boolean {
  return FEATURES[feature](value);
}

function searches(setup: ProviderSetup | null): boolean {
  return setup !== null && providerOf(setup.id).ownModels?.['web-search'] !== undefined;
}
