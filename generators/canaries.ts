/**
 * Canaries: the secret texts of a case, one for each place that holds a secret.
 *
 * The text is made from the run's salt and the place, so that any value seen on the wire or in a file traces
 * back to the place that held it, and a credential of an earlier run is told apart from one of this run.
 */
import { createHash } from 'node:crypto';
import type { AuthProfile } from './auth-profile.ts';
import type { Case } from './case.ts';
import type { ProviderSetup } from './provider-setup.ts';
import { type ProviderId, providerOf } from './providers.ts';
import type { SecretSource, Validity } from './secret.ts';

/** Where a secret of a case is kept. */
export interface Place {
  readonly provider: ProviderId;
  readonly holder: 'environment' | 'profile' | 'entry';
  /** The profile that holds it, where a profile does. */
  readonly profile: AuthProfile | null;
  /** How the holder holds it; `inline` for the environment. */
  readonly source: SecretSource;
}

export interface Canary {
  readonly place: Place;
  readonly validity: Validity;
  /** The secret text as it goes on the wire; for AWS, the access key id. */
  readonly text: string;
  /** AWS only: the secret access key, which signs and never travels. */
  readonly signingText: string | null;
  /** What a SecretRef or template names: variable name, JSON pointer or exec id; null for inline text. */
  readonly reference: string | null;
}

/** Every canary of a case. `salt` makes those of one run differ from those of every other. */
export function canariesOf(value: Case, salt: string): Canary[] {
  const setups = [value.provider, ...(value.otherProvider ? [value.otherProvider] : [])];
  return setups.flatMap((setup) => placesOf(setup).map(([place, validity]) => canary(place, validity, salt)));
}

/** A sentence for people: `profile google:a → keyRef exec`. */
export function describePlace(place: Place): string {
  const how = place.source === 'inline' ? '' : ` → ${place.source}`;
  if (place.holder === 'environment') return `env ${providerOf(place.provider).environmentVariable}`;
  if (place.holder === 'entry') return `models.providers.${place.provider}.apiKey${how}`;
  return `profile ${place.provider}:${place.profile?.name} (${place.profile?.type})${how}`;
}

function placesOf(setup: ProviderSetup): [Place, Validity][] {
  const places: [Place, Validity][] = [];
  const provider = setup.id;
  if (setup.environment) {
    places.push([{ provider, holder: 'environment', profile: null, source: 'inline' }, setup.environment]);
  }
  for (const profile of setup.profiles) {
    const { source, holds } = profile.secret;
    if (holds !== 'nothing') places.push([{ provider, holder: 'profile', profile, source }, holds]);
  }
  const key = setup.entry?.apiKey;
  if (key && key.source !== 'marker' && key.holds !== 'nothing') {
    places.push([{ provider, holder: 'entry', profile: null, source: key.source }, key.holds]);
  }
  return places;
}

function canary(place: Place, validity: Validity, salt: string): Canary {
  const digest = createHash('sha256')
    .update(`${salt}\n${describePlace(place)}`)
    .digest('hex');
  const aws = place.provider === 'amazon-bedrock';
  return {
    place,
    validity,
    text: aws ? `AKIA${digest.slice(0, 16).toUpperCase()}` : `${prefixOf(place)}${digest.slice(0, 36)}`,
    signingText: aws ? digest.slice(16, 56) : null,
    reference: referenceOf(place),
  };
}

/** The shape that the provider's real keys have: OpenClaw decides headers by it (auth-contract.md 2.4). */
function prefixOf(place: Place): string {
  if (place.provider === 'anthropic') {
    return place.profile?.type === 'token' ? 'sk-ant-oat01-' : 'sk-ant-api03-';
  }
  const prefixes: Partial<Record<ProviderId, string>> = {
    google: 'AIzaSy',
    openai: 'sk-proj-',
    openrouter: 'sk-or-v1-',
  };
  return prefixes[place.provider] ?? 'acme-';
}

/**
 * The name by which a place's secret is referred to, also when nothing is there.
 * Grammar: docs/gateway/secrets/secretref-contract.md (env, file, exec).
 */
export function referenceOf(place: Place): string | null {
  const name = `${place.provider}-${place.profile?.name ?? 'entry'}`;
  switch (place.source) {
    case 'env':
    case 'template':
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
