/**
 * The corners of a setup with one credential: what it is like, and of which provider family.
 *
 * What a build does with a masked key or an expired token alone is hidden as soon as another credential stands before
 * it, and chance seldom leaves one alone. Corners are reached as far as a run has cases for them; they are not declared.
 */
import type { AuthProfile } from '../generators/auth-profile.ts';
import type { Case } from '../generators/case.ts';
import { providerOf } from '../generators/providers.ts';
import type { EntrySecret } from '../generators/secret.ts';

/** The corners that a case is in, without its provider; none when its provider has several credentials. */
export function cornersOf({ provider: { environment, profiles, entry } }: Case): Set<string> {
  const credentials = [
    ...environment.map(({ layer, holds, shape }) => [
      `variable ${layer}`,
      `variable ${shape}`,
      `variable ${holds}`,
    ]),
    ...profiles.map(detailsOf),
    ...(entry?.apiKey ? [entryDetails('apiKey', entry.apiKey)] : []),
    ...(entry?.header ? [entryDetails('header', entry.header)] : []),
  ];
  const [details, second] = credentials;
  return new Set(details && !second ? details : []);
}

/** The same of one provider family. */
export function familyCornersOf(value: Case): Set<string> {
  const { family } = providerOf(value.provider.id);
  return new Set([...cornersOf(value)].map((corner) => `${family} ${corner}`));
}

function detailsOf({ type, secret, expires, refresh, cooldown }: AuthProfile): string[] {
  return [
    `profile ${type} ${secret.source}`,
    `profile ${secret.shape}`,
    `profile ${secret.holds}`,
    ...(type === 'token' ? [`token expires ${expires}`] : []),
    ...(type === 'oauth'
      ? [`oauth expires ${expires}${expires === 'past' ? `, refresh ${refresh}` : ''}`]
      : []),
    ...(cooldown === 'none' ? [] : [`cooldown ${cooldown}`]),
  ];
}

function entryDetails(field: string, { source, shape, holds }: EntrySecret): string[] {
  return [`${field} ${source}`, `${field} ${shape}`, `${field} ${holds}`];
}
