/**
 * The documented precedence as a small oracle: which credential a chat turn sends first.
 *
 * It answers only where the documents speak plainly. Setups they leave open (an unresolved reference beside other
 * keys, a variable whose text is no key, a cooldown, a header of the user's own) have no expectation, and equality
 * of paths judges them.
 *
 * Rules, in order, with their sources:
 * 1. `auth: "api-key"` and a key in the provider's entry: that key
 *    (openclaw@2026.9.6:docs/gateway/configuration-reference.md, `models.providers.*.auth`).
 * 2. Usable auth profiles: by explicit order, else those that the configuration declares, else a token before an api_key
 *    (openclaw@2026.9.6:docs/concepts/model-failover.md).
 * 3. Environment: process, then ~/.openclaw/.env, then `env.vars` (openclaw@2026.9.6:docs/help/environment.md). A
 *    workspace `.env` never supplies provider keys (same page from 2026.6.11 on; openclaw@2026.9.6:CHANGELOG.md,
 *    2026.3.31, "Env and filesystem hardening": blocked from then on, a flaw of the builds before; that some keys were
 *    left out of that list until 2026.5.28 is one, too: #83655).
 * 4. The key in the provider's entry.
 * 5. A file of Google's default credentials, where there is nothing else: no document ranks it with a key
 *    (openclaw@2026.9.6:docs/providers/google.md).
 * 6. Nothing.
 */

import { type AuthProfile, hasEnded } from '../generators/axes/auth-profile.ts';
import { profileOfChat } from '../generators/axes/chat-profile.ts';
import { readFirst } from '../generators/axes/default-credentials.ts';
import { replacesAuth } from '../generators/axes/entry-request.ts';
import { type EnvironmentVariable, layerSchema } from '../generators/axes/environment.ts';
import { holdsKey } from '../generators/axes/key-shape.ts';
import { declaredProfiles, declaresSome } from '../generators/axes/listed-profiles.ts';
import { setupOfProgram } from '../generators/axes/program-login.ts';
import type { EntrySecret } from '../generators/axes/secret.ts';
import type { Case } from '../generators/case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import type { Place } from '../generators/secrets/place.ts';
import { takesSubscriptionAlone } from './facts/subscription-alone.ts';
import { isReadByAll } from './waiting-profiles.ts';

export interface Expectation {
  /** The places whose secret may come first; none: no secret of the provider may be sent. */
  readonly places: readonly Place[];
  /** Their name in a fingerprint. */
  readonly holder: 'entry' | 'profile' | 'environment' | 'default credentials file' | 'nothing';
  readonly rule: string;
}

/** The credential that the documents promise for a case's chat turn; null if they leave it open. */
export function documentedCredential(value: Case): Expectation | null {
  const { provider: setup } = value;
  if (!isReadByAll(value, setup)) return null;
  // explicit-choice judges a profile that chat's model names.
  if (profileOfChat(value)) return null;
  const { entry, profiles, environment } = setup;
  // Builds differ in whether another program's login fills an empty store.
  if (setupOfProgram(value) === setup && profiles.length === 0) return null;
  if (setup.defaultCredentials.length > 0) return fileAlone(setup);
  const { credentials, rankedVariables } = providerOf(setup.id);
  if (credentials === 'aws' || setup.olderModelsFile) return null;
  if (entry?.header || entry?.authHeader) return null;
  if (replacesAuth(setup)) return null;
  // No document says what the other words of `auth` mean beside a key.
  if (entry?.auth && entry.auth !== 'api-key') return null;
  if (!rankedVariables && new Set(environment.map(({ name }) => name)).size > 1) return null;
  const key = entry?.apiKey ?? null;
  if (key && (!isPlain(key) || takesSubscriptionAlone(setup.id))) return null;
  if (entry?.auth === 'api-key' && key) return entryKey(setup, key, 'auth api-key');
  if (profiles.length > 0 || setup.order) return key && key.source !== 'inline' ? null : profileKey(setup);
  if (environment.some(({ shape }) => shape !== 'blank' && !holdsKey(shape))) return null;
  if (isSetTwiceInConfig(environment)) return null;
  // One document ranks them with the usual variable, another before nothing: spare-keys judges their order.
  if (setup.spareKeys.length > 0) return null;
  return environmentKey(setup) ?? (key ? entryKey(setup, key, 'entry key') : none(setup));
}

/** Of two files Google's own order takes the one that the variable names. For one that was withdrawn there is nothing to send. */
function fileAlone({ id: provider, ...setup }: ProviderSetup): Expectation | null {
  const { entry, profiles, environment, order, spareKeys } = setup;
  const file = readFirst(setup.defaultCredentials);
  if (file?.holds !== 'live' || entry || order || profiles.length + environment.length + spareKeys.length > 0)
    return null;
  const { kind, at } = file;
  const place: Place = { holder: 'default credentials file', provider, file: { kind, at } };
  return { places: [place], holder: 'default credentials file', rule: 'default credentials alone' };
}

/** A key that is there and can be read as it was meant. */
function isPlain({ source, holds, shape }: EntrySecret): boolean {
  return source !== 'marker' && source !== 'foreign-name' && holds !== 'nothing' && shape === 'plain';
}

function entryKey({ id: provider }: ProviderSetup, { source }: EntrySecret, rule: string): Expectation {
  return { places: [{ holder: 'entry', provider, source }], holder: 'entry', rule };
}

function profileKey(setup: ProviderSetup): Expectation | null {
  const { id: provider, profiles, order } = setup;
  if (!profiles.every(isClear)) return null;
  const usable = profiles.filter((profile) => profile.secret.holds !== 'nothing' && !hasEnded(profile));
  const [declared] = declaresSome(setup) ? declaredProfiles(setup) : [];
  const names = order?.names ?? (declared && [declared.name]);
  const listed = names?.flatMap((name) => usable.filter((profile) => profile.name === name));
  const byType = usable.filter(({ type }) => type === 'token');
  const first = listed ? listed.slice(0, 1) : byType.length > 0 ? byType : usable;
  // Whether a later source may stand in for profiles that cannot be used differs between versions.
  if (first.length === 0) return null;
  const places = first.map(
    ({ name, type, secret: { source } }): Place => ({
      holder: 'profile',
      provider,
      profile: { name, type },
      source,
    }),
  );
  return {
    places,
    holder: 'profile',
    rule: order ? 'explicit order' : names ? 'declared profile' : 'profiles by type',
  };
}

/** Whether the documents decide if this profile is usable. */
function isClear({ type, secret, cooldown }: AuthProfile): boolean {
  const isMissing = secret.holds === 'nothing';
  return (
    type !== 'oauth' &&
    cooldown === 'none' &&
    secret.shape === 'plain' &&
    (!isMissing || secret.source === 'inline')
  );
}

/** The two forms of a variable in the configuration mean the same, and no document ranks them. */
function isSetTwiceInConfig(environment: readonly EnvironmentVariable[]): boolean {
  const inForm = (form: EnvironmentVariable['layer']) => environment.filter(({ layer }) => layer === form);
  return inForm('config').some(({ name }) => inForm('config-short').some((each) => each.name === name));
}

function environmentKey(setup: ProviderSetup): Expectation | null {
  const { id, environment } = setup;
  const { rankedVariables: ranks } = providerOf(id);
  const read = environment.filter(
    ({ name, layer, shape }) =>
      (!ranks || ranks.includes(name)) && shape !== 'blank' && layer !== 'workspace',
  );
  const rank = ({ name, layer }: EnvironmentVariable) =>
    (ranks?.indexOf(name) ?? 0) * layerSchema.options.length + layerSchema.options.indexOf(layer);
  const [first] = read.toSorted((a, b) => rank(a) - rank(b));
  if (!first) return null;
  const { name, layer } = first;
  const place: Place = { holder: 'environment', provider: id, variable: { name, layer } };
  return { places: [place], holder: 'environment', rule: 'environment' };
}

function none({ environment }: ProviderSetup): Expectation {
  const rule = environment.some(({ layer }) => layer === 'workspace')
    ? 'a workspace .env is ignored'
    : 'no key';
  return { places: [], holder: 'nothing', rule };
}
