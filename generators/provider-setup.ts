/** Everything a case says about one provider: the axes of one provider put together. */

import fc from 'fast-check';
import { z } from 'zod';
import { authProfilesArbitrary, type ProfileType } from './axes/auth-profile.ts';
import type { Owner } from './axes/axis.ts';
import { arbitrariesOf, schemasOf } from './axes/axis-list.ts';
import { oneFileArbitrary } from './axes/default-credentials.ts';
import { replacesAuth } from './axes/entry-request.ts';
import { environmentArbitrary } from './axes/environment.ts';
import type { KeyShape } from './axes/key-shape.ts';
import { firstModel } from './axes/model-id.ts';
import {
  type Provider,
  type ProviderId,
  providerIdSchema,
  providerOf,
  providerOfHost,
} from './providers/catalog.ts';
import { LAN_SERVER, LOOPBACK_SERVER } from './providers/hosts.ts';
import { mapSecrets } from './secrets/map-secrets.ts';
import { SETUP_AXES } from './setup-axes.ts';

export const providerSetupSchema = z
  .strictObject({ id: providerIdSchema, ...schemasOf(SETUP_AXES) })
  .meta({ id: 'setup' });
export type ProviderSetup = z.infer<typeof providerSetupSchema>;

type Parts = { readonly [Name in keyof ProviderSetup]: fc.Arbitrary<ProviderSetup[Name]> };

/**
 * Any setup of one given provider. Half of them have one credential, or none: what a build does with one alone is
 * hidden as soon as another stands before it.
 *
 * @param subscribes whether a subscription may be among its profiles
 */
export function providerSetupArbitrary(id: ProviderId, subscribes = true): fc.Arbitrary<ProviderSetup> {
  const owner = ownerOf(providerOf(id), subscribes);
  const { environmentVariables: names, profileTypes: types } = owner;
  const any: Parts = { id: fc.constant(id), ...arbitrariesOf(SETUP_AXES, (axis) => axis.arbitrary(owner)) };
  if (owner.isAws) return fc.record(any);
  const none: Parts = {
    ...any,
    environment: fc.constant([]),
    profiles: fc.constant([]),
    order: fc.constant(null),
    entry: fc.constant(null),
    olderModelsFile: fc.constant(false),
    spareKeys: fc.constant([]),
    defaultCredentials: fc.constant([]),
  };
  const alone: Parts[] = [
    owner.isGoogleCloud ? { ...none, defaultCredentials: oneFileArbitrary } : { ...none, entry: any.entry },
    ...(names.length > 0 ? [{ ...none, environment: environmentArbitrary(names, 1) }] : []),
    ...(types.length > 0 ? [{ ...none, profiles: authProfilesArbitrary(types, 1) }] : []),
  ];
  // Any value can be shrunk by the first, so that is where a hand-written one is.
  return fc.oneof(
    { weight: alone.length, arbitrary: fc.record(any) },
    ...alone.map((parts) => ({ weight: 1, arbitrary: fc.record(parts) })),
  );
}

/** The facts of a provider that the axes of its setup need. */
export function ownerOf(provider: Provider, subscribes: boolean): Owner {
  return {
    environmentVariables: provider.environmentVariables,
    profileTypes: profileTypesOf(provider, subscribes),
    needsEntry: provider.needsEntry,
    hasUsualApi: provider.api === 'openai-completions',
    isAws: provider.credentials === 'aws',
    isGoogleCloud: provider.credentials === 'google-cloud',
    hasAddressVariable: provider.addressVariable !== undefined,
  };
}

/** The types of auth profiles that users store for a provider. */
export function profileTypesOf(
  { profileTypes, subscription }: Provider,
  subscribes: boolean,
): readonly ProfileType[] {
  return subscription && subscribes ? [...profileTypes, 'oauth'] : profileTypes;
}

/** The provider of a setup: with a subscription's hosts and models, a server of the user's own, and a model that is listed. */
export function providerOfSetup(setup: SetupOfProvider): Provider {
  const { id, profiles, entry, modelId } = setup;
  const provider = providerOf(id);
  const isSubscribed = profiles.some(({ type }) => type === 'oauth');
  const subscription = isSubscribed ? provider.subscription : undefined;
  const servers = usersServers(entry);
  if (!subscription && servers.length === 0 && modelId === 'known') return provider;
  const hosts = [
    ...provider.hosts,
    ...(subscription?.hosts ?? []),
    ...servers.map((server) => new URL(`http://${server}`).hostname),
  ];
  const [first, second] = subscription?.models ?? provider.models;
  return { ...provider, hosts, models: [firstModel(modelId, first), second] };
}

type SetupOfProvider = Pick<ProviderSetup, 'id' | 'profiles' | 'entry' | 'modelId'>;

/** The servers of the user's own, with their ports, that an entry names: one or none. */
export function usersServers(entry: ProviderSetup['entry']): readonly string[] {
  if (entry?.baseUrl === 'loopback') return [LOOPBACK_SERVER];
  return entry?.baseUrl === 'lan' || entry?.baseUrl === 'trusted-lan' ? [LAN_SERVER] : [];
}

/** The path of a gateway of the user's own that stands before the provider's, where an entry names one. */
export function gatewayPath(entry: ProviderSetup['entry']): string {
  return entry?.baseUrl === 'own-path' ? '/team/llm' : '';
}

/**
 * The provider that a host belongs to, the given setups' first: a subscription's host may be another provider's own,
 * too.
 */
export function ownerOfHost(setups: readonly ProviderSetup[], host: string): Provider | null {
  return setups.map(providerOfSetup).find(({ hosts }) => hosts.includes(host)) ?? providerOfHost(host);
}

/** Whether a provider has one credential. */
export function isAlone(setup: ProviderSetup): boolean {
  const { environment, profiles, entry, defaultCredentials } = setup;
  const fields = [entry?.apiKey, entry?.header, replacesAuth(setup)].filter(Boolean);
  return environment.length + profiles.length + defaultCredentials.length + fields.length === 1;
}

/** The same with every credential live and in force, wherever it is kept, and pasted well or as is said. */
export function usableSetup(setup: ProviderSetup, shape: KeyShape = 'plain'): ProviderSetup {
  const usable = { holds: 'live', shape } as const;
  const changed = mapSecrets(setup, (secret) => ({ ...secret, ...usable }));
  return {
    ...changed,
    environment: changed.environment.map((variable) => ({ ...variable, ...usable })),
    spareKeys: changed.spareKeys.map((key) => ({ ...key, holds: 'live' })),
    profiles: changed.profiles.map((profile) => ({ ...profile, expires: 'never', cooldown: 'none' })),
    defaultCredentials: changed.defaultCredentials.map((file) => ({ ...file, holds: 'live' })),
  };
}

/** The same with nothing where a secret is looked for, keys that are refused in variables, and files that were withdrawn. */
export function withoutKeys(setup: ProviderSetup): ProviderSetup {
  const changed = mapSecrets(setup, (secret) => ({ ...secret, holds: 'nothing' }));
  return {
    ...changed,
    environment: changed.environment.map((each) => ({ ...each, holds: 'stale' })),
    defaultCredentials: changed.defaultCredentials.map((file) => ({ ...file, holds: 'stale' })),
  };
}
