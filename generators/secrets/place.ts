/** The place where a secret of a case is kept, and its names for people and references. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { profileNameSchema, profileTypeSchema } from '../axes/auth-profile.ts';
import { awsSourceKindSchema } from '../axes/aws-setup.ts';
import { defaultCredentialsAtSchema, defaultCredentialsKindSchema } from '../axes/default-credentials.ts';
import { type Layer, layerSchema } from '../axes/environment.ts';
import { entrySecretSchema, type SecretSource } from '../axes/secret.ts';
import { spareFormSchema } from '../axes/spare-keys.ts';
import { idOfProfile, nameOnPath, providerIdSchema } from '../providers/catalog.ts';

const provider = providerIdSchema;
const profile = z.object({ name: profileNameSchema, type: profileTypeSchema });
/** The form in which the holder holds it: as text, or behind a reference. */
const source = entrySecretSchema.shape.source;

/** The kinds of places in a home as it is, by the words that fingerprints have for those of other cases. */
export const homePlaceKindSchema = z.enum([
  'environment',
  'profile',
  'refresh token',
  'entry',
  'header',
  'speech',
  'models.json',
  'aws',
  'setting',
]);

/** A place in a home as it is: its name is that of its file and field. */
const homePlaceSchema = z.object({
  holder: z.literal('home'),
  kind: homePlaceKindSchema,
  provider: z.string().nullable(),
  profile: z.string().nullable(),
  name: z.string(),
  isSubscription: z.boolean().optional().describe('Whether it is the token of a subscription.'),
});

/** A place of a case that the generators can draw. */
const casePlaceSchema = z.discriminatedUnion('holder', [
  z.object({
    holder: z.literal('environment'),
    provider,
    variable: z.object({ name: z.string(), layer: layerSchema }),
  }),
  z.object({ holder: z.literal('profile'), provider, profile, source }),
  /** The key that a profile had before, in the file of an older build. */
  z.object({ holder: z.literal('older profile'), provider, profile }),
  z.object({ holder: z.literal('refresh token'), provider, profile }),
  z.object({ holder: z.literal('refreshed token'), provider, profile }),
  /** `apiKey` of the provider's entry. */
  z.object({ holder: z.literal('entry'), provider, source }),
  z.object({ holder: z.literal('header'), provider, source }),
  z.object({ holder: z.literal('speech'), provider, source }),
  z.object({ holder: z.literal('search'), provider, source }),
  /** `remote.apiKey` of memory search. */
  z.object({ holder: z.literal('memory'), provider, source }),
  /** `request` of the provider's entry: its auth, or a header. */
  z.object({ holder: z.literal('request'), provider, source }),
  /** One of the keys in variables beside the usual one; `count` is its place among those of its form, from 1. */
  z.object({ holder: z.literal('spare key'), provider, form: spareFormSchema, count: z.number() }),
  /** The text that stayed in a profile beside its reference. */
  z.object({ holder: z.literal('plain beside'), provider, profile }),
  /** The token of a gateway that stands before the provider, in a header of its entry. */
  z.object({ holder: z.literal('gateway token'), provider }),
  /** The token of the bot that people write to: no credential of a provider. */
  z.object({ holder: z.literal('channel'), provider }),
  z.object({ holder: z.literal('models.json'), provider }),
  /** The access token of another program's login; `seeds`: it may fill a store that has no profile of the provider. */
  z.object({ holder: z.literal('program login'), provider, seeds: z.boolean() }),
  z.object({ holder: z.literal('program refresh token'), provider, seeds: z.boolean() }),
  z.object({ holder: z.literal('aws'), provider, kind: awsSourceKindSchema }),
  /** The lasting keys that may do nothing but assume a role. */
  z.object({ holder: z.literal('aws role base'), provider, kind: z.literal('role') }),
  /** A file of Google's default credentials: a token is sent in its place. */
  z.object({
    holder: z.literal('default credentials file'),
    provider,
    file: z.object({ kind: defaultCredentialsKindSchema, at: defaultCredentialsAtSchema }),
  }),
]);
export type CasePlace = z.infer<typeof casePlaceSchema>;

export const placeSchema = z.discriminatedUnion('holder', [...casePlaceSchema.options, homePlaceSchema]);
export type Place = z.infer<typeof placeSchema>;
export type HomePlace = z.infer<typeof homePlaceSchema>;

/** A place whose secret is written down as its case says. */
export type FieldPlace = Extract<CasePlace, { source: SecretSource }>;

const LAYERS: Record<Layer, string> = {
  process: '',
  state: ' in ~/.openclaw/.env',
  config: ' in env.vars of openclaw.json',
  workspace: ' in .env of the working directory',
  'config-short': ' in env of openclaw.json',
};

/** A sentence for people: `profile google:a → keyRef exec`. */
export function describePlace(place: Place): string {
  if (place.holder === 'home') return place.name;
  const { holder, provider } = place;
  const how = sourceOf(place) === 'inline' ? '' : ` → ${sourceOf(place)}`;
  switch (holder) {
    case 'environment':
      return `env ${place.variable.name}${LAYERS[place.variable.layer]}`;
    case 'entry':
      return `models.providers.${provider}.apiKey${how}`;
    case 'header':
      return `models.providers.${provider}.headers${how}`;
    case 'speech':
      return `tts.providers.${nameOnPath(provider, 'speech')}.apiKey${how}`;
    case 'search':
      return `webSearch.apiKey of the plugin of ${provider}${how}`;
    case 'memory':
      return `remote.apiKey of memory search (${provider})${how}`;
    case 'request':
      return `models.providers.${provider}.request${how}`;
    case 'spare key':
      return `spare key ${place.count} of ${provider} (${place.form})`;
    case 'plain beside':
      return `text beside the reference of profile ${idOfProfile(provider, place.profile.name)}`;
    case 'gateway token':
      return `models.providers.${provider}.headers, a gateway's token`;
    case 'channel':
      return 'channels.telegram.botToken';
    case 'models.json':
      return `an older models.json, ${provider}`;
    case 'aws':
      return `AWS ${place.kind}`;
    case 'aws role base':
      return 'the keys behind AWS role';
    case 'default credentials file':
      return `default credentials, ${place.file.kind} (${place.file.at})`;
    case 'program login':
      return '~/.codex/auth.json, access token';
    case 'program refresh token':
      return '~/.codex/auth.json, refresh token';
    case 'profile':
      return `profile ${idOfProfile(provider, place.profile.name)} (${place.profile.type})${how}`;
    case 'older profile':
      return `auth-profiles.json of an older build, ${idOfProfile(provider, place.profile.name)}`;
    case 'refresh token':
    case 'refreshed token':
      return `${holder} of profile ${idOfProfile(provider, place.profile.name)} (${place.profile.type})`;
  }
}

/** A place without the names that tell one case from another: `environment`, `profile`, `entry(file)`. */
export function placePattern(place: Place): string {
  const { holder } = place;
  if (holder === 'home') return place.kind;
  if (holder === 'aws') return `aws-${place.kind}`;
  if (holder === 'environment')
    return place.variable.layer === 'process' ? holder : `${holder}(${place.variable.layer})`;
  if (holder === 'default credentials file') return `${holder}(${place.file.kind})`;
  if (holder === 'spare key') return `${holder}(${place.form})`;
  const how = sourceOf(place);
  return how === 'inline' ? holder : `${holder}(${how})`;
}

/** The kind of thing that keeps a secret. */
export function holderOf(place: Place): CasePlace['holder'] | HomePlace['kind'] {
  return place.holder === 'home' ? place.kind : place.holder;
}

/** The form in which a place holds its secret; `inline` where it can hold nothing but text. */
export function sourceOf(place: Place): SecretSource {
  return 'source' in place ? place.source : 'inline';
}

/** The profile that a place is a part of; null for none. */
export function profileOf(place: Place): z.infer<typeof profile> | null {
  return place.holder !== 'home' && 'profile' in place ? place.profile : null;
}

/** OpenClaw's id of the profile that a place is a part of (`google:a`); null for none. */
export function profileIdOf(place: Place): string | null {
  if (place.holder === 'home') return place.profile;
  const own = profileOf(place);
  return own && idOfProfile(place.provider, own.name);
}

export function isSamePlace(left: Place, right: Place): boolean {
  return isDeepStrictEqual(left, right);
}

/**
 * The same place, with its secret as text, or its variable set in the process: what a place is, however it is
 * written down. A workspace .env is no other way to write a variable down: its keys are ignored.
 */
export function writtenPlainly(place: Place): Place {
  if ('source' in place) return { ...place, source: 'inline' };
  if (place.holder !== 'environment' || place.variable.layer === 'workspace') return place;
  return { ...place, variable: { ...place.variable, layer: 'process' } };
}

/**
 * The name by which a place's secret is referred to, also when nothing is there; null for text that stands in its
 * place. Grammar: openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md (env, file, exec, store).
 */
export function referenceOf(place: CasePlace): string | null {
  const name = `${place.provider}-${profileOf(place)?.name ?? place.holder}`;
  switch (sourceOf(place)) {
    case 'env':
    case 'dotenv':
    case 'template':
    case 'short-template':
    case 'foreign-name':
    case 'store':
      return `CASE_${name.replaceAll('-', '_').toUpperCase()}`;
    case 'file':
      return `/${name}`;
    case 'exec':
      return name;
    case 'inline':
    case 'marker':
      return null;
  }
}
