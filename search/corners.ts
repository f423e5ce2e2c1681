/**
 * The corners of a setup with one credential: what it is like, what it stands beside, and of which provider family.
 *
 * What a build does with a masked key or an expired token alone is hidden as soon as another credential stands before
 * it, and chance seldom leaves one alone. Corners are reached as far as a run has cases for them; they are not declared.
 */
import type { AuthProfile } from '../generators/auth-profile.ts';
import type { Case } from '../generators/case.ts';
import { providerOf } from '../generators/providers.ts';
import type { EntrySecret } from '../generators/secret.ts';

/** The corners that a case is in, without its provider; none when its provider has several credentials. */
export function cornersOf(value: Case): Set<string> {
  const { environment, profiles, entry, olderModelsFile } = value.provider;
  const credentials = [
    ...environment.map(({ layer, holds, shape }) => [
      `variable ${layer}`,
      `variable ${shape}`,
      `variable ${holds}`,
    ]),
    ...profiles.map(detailsOf),
    ...(entry?.apiKey ? [entryDetails('apiKey', entry.apiKey, entry.authHeader, olderModelsFile)] : []),
    ...(entry?.header ? [entryDetails('header', entry.header, entry.authHeader, olderModelsFile)] : []),
  ];
  const [details, second] = credentials;
  return new Set(details && !second ? [...details, ...beside(value)] : []);
}

/** The same of one provider family. */
export function familyCornersOf(value: Case): Set<string> {
  const { family, asksForModels } = providerOf(value.provider.id);
  const kin = asksForModels ? `${family}, with a live catalog` : family;
  return new Set([...cornersOf(value)].map((corner) => `${kin} ${corner}`));
}

/** What is no credential, and may change what becomes of one. */
function beside({ provider, mediaSelection, ...value }: Case): string[] {
  const { entry, addressVariable } = provider;
  return [
    ...(entry ? [`address ${entry.baseUrl}`] : []),
    // Each provider that has such a variable reads its own.
    ...(addressVariable ? [`address variable ${addressVariable.layer} of ${provider.id}`] : []),
    ...(value.foreignConfig ? ['a foreign configuration'] : []),
    ...(value.brokenProgram && mediaSelection !== 'entries' && providerOf(provider.id).media.includes('audio')
      ? [`broken ${value.brokenProgram}`]
      : []),
    ...(value.otherPlugin ? [`plugin ${value.otherPlugin}`] : []),
    `selection ${mediaSelection}`,
  ];
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

function entryDetails(
  field: string,
  { source, shape, holds }: EntrySecret,
  isBearer: boolean,
  isOlder: boolean,
): string[] {
  const bearer = isBearer ? ', authHeader' : '';
  return [
    `${field} ${source}${bearer}`,
    `${field} ${shape}`,
    `${field} ${holds}`,
    ...(isOlder ? [`${field} beside an older one${bearer}`] : []),
  ];
}
