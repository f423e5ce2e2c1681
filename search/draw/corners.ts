/**
 * The corners of a setup with one credential: what it is like, what it stands beside, and of which provider family. A
 * usable one beside one that is no good is a corner, too.
 *
 * The behaviour with a masked key or an expired token alone is hidden as soon as another credential stands before
 * it, and chance seldom leaves one alone. One oddity hides another, too: a corner counts only where all else of the
 * credential is as usual. Corners are reached as far as a run has cases for them; they are not declared.
 */
import { type AuthProfile, hasEnded } from '../../generators/axes/auth-profile.ts';
import type { EnvironmentVariable } from '../../generators/axes/environment.ts';
import type { KeyShape } from '../../generators/axes/key-shape.ts';
import type { EntrySecret } from '../../generators/axes/secret.ts';
import type { Case } from '../../generators/case.ts';
import { labelsOf } from '../../generators/case-axes.ts';
import { type Provider, providerOf } from '../../generators/providers/catalog.ts';
import { hasUsualKey } from '../../generators/usual-key.ts';

/** A corner of a provider in trouble whose turn can go on to another provider. */
const BEFORE_FALLBACK = 'before a fallback, answer ';

/** One credential: of which kind it is, and what is odd about it. */
interface Only {
  readonly holder: 'variable' | 'another variable' | 'profile' | 'apiKey' | 'header';
  /** Whether every family reads its text with the same code. */
  readonly isSharedCode: boolean;
  readonly kind: readonly string[];
  readonly oddities: readonly string[];
}

/** The corners that a case is in, without its provider; none when its provider has several credentials that work. */
export function cornersOf(value: Case): Set<string> {
  const { entry, entryRequest, spareKeys, answer } = value.provider;
  // These are credentials, too, and stand before or behind the one.
  if (spareKeys.length > 0 || (entry && entryRequest)) return new Set();
  const [only, second, third] = credentialsOf(value);
  if (!only || third) return new Set();
  const isAnswered = answer === 'by-key';
  if (second) return new Set(isAnswered ? besideBroken(only, second) : []);
  const { kind, oddities } = only;
  if (oddities.length > 0) return new Set(isAnswered && oddities.length === 1 ? oddities : []);
  if (isAnswered) return new Set([...kind, ...beside(value)]);
  const isFollowed = value.fallback === 'other-provider' && hasUsualKey(value.otherProvider);
  return new Set([`answer ${answer}`, ...(isFollowed ? [`${BEFORE_FALLBACK}${answer}`] : [])]);
}

/** The credentials of a case's provider. */
function credentialsOf({ provider }: Case): Only[] {
  const { id, environment, profiles, entry, olderModelsFile } = provider;
  return [
    ...environment.map((variable) => ofVariable(variable, providerOf(id))),
    ...profiles.map(ofProfile),
    ...(entry?.apiKey ? [ofEntry('apiKey', entry.apiKey, entry.authHeader, olderModelsFile)] : []),
    ...(entry?.header ? [ofEntry('header', entry.header, entry.authHeader, olderModelsFile)] : []),
  ];
}

/** Of two credentials the one that works, and the other, whatever is wrong with it. */
function besideBroken(...two: readonly [Only, Only]): string[] {
  const [usable, broken] = two.toSorted((a, b) => a.oddities.length - b.oddities.length) as [Only, Only];
  const isCorner = usable.oddities.length === 0 && broken.oddities.length === 1;
  return isCorner ? [`${usable.holder} beside a broken ${broken.holder}`] : [];
}

/** The same of one provider family, but for the texts that every family reads with the same code. */
export function familyCornersOf(value: Case): Set<string> {
  const { family, asksForModels } = providerOf(value.provider.id);
  const kin = asksForModels ? `${family}, with a live catalog` : family;
  const [only] = credentialsOf(value);
  if (only?.isSharedCode && only.oddities.length > 0) return new Set();
  // Each family goes on to a fallback by the same code.
  const corners = [...cornersOf(value)].filter((corner) => !corner.startsWith(BEFORE_FALLBACK));
  return new Set(corners.map((corner) => `${kin} ${corner}`));
}

/** Settings other than credentials that can change which credential is chosen. */
function beside(value: Case): string[] {
  const { provider, mediaSelection } = value;
  const { entry, addressVariable, entryFields, entryHeaders, modelId, profiles, profileStore } = provider;
  // A program is looked for where OpenClaw chooses what reads an audio file.
  const isChosen = mediaSelection === 'automatic' || mediaSelection === 'image-model';
  const looksForPrograms = isChosen && providerOf(provider.id).media.includes('audio');
  return [
    ...(entry ? [`address ${entry.baseUrl}`, `entry ${entryFields}`] : []),
    ...(entry ? entryHeaders.map((each) => `header ${each}`) : []),
    ...(modelId === 'known' ? [] : [`model ${modelId}`]),
    ...(profiles.length > 0 ? [`store ${profileStore}`] : []),
    // Each provider that has such a variable reads its own.
    ...(addressVariable ? [`address variable ${addressVariable.layer} of ${provider.id}`] : []),
    ...labelsOf(looksForPrograms ? value : { ...value, brokenProgram: null }),
    `selection ${mediaSelection}`,
  ];
}

/** A provider's other variables are read by other code, each alike. */
function ofVariable({ name, layer, holds, shape }: EnvironmentVariable, provider: Provider): Only {
  const isUsual = name === provider.environmentVariables[0];
  const holder = isUsual ? 'variable' : 'another variable';
  return {
    holder,
    isSharedCode: !isUsual,
    kind: [`${holder} ${layer}`],
    oddities: ofText(holder, holds, shape),
  };
}

function ofProfile({ type, secret, expires, refresh, cooldown }: AuthProfile): Only {
  const expiry = !hasEnded({ type, expires })
    ? []
    : [`${type} expires ${expires}${type === 'oauth' && expires === 'past' ? `, refresh ${refresh}` : ''}`];
  return {
    holder: 'profile',
    isSharedCode: false,
    kind: [`profile ${type} ${secret.source}`],
    oddities: [
      ...ofText('profile', secret.holds, secret.shape),
      ...expiry,
      ...(cooldown === 'none' ? [] : [`cooldown ${cooldown}`]),
    ],
  };
}

function ofEntry(
  field: 'apiKey' | 'header',
  { source, shape, holds }: EntrySecret,
  isBearer: boolean,
  isOlder: boolean,
): Only {
  const bearer = isBearer ? ', authHeader' : '';
  return {
    holder: field,
    isSharedCode: field === 'header',
    kind: [`${field} ${source}${bearer}`, ...(isOlder ? [`${field} beside an older one${bearer}`] : [])],
    // An unrelated variable holds no key, whatever the case says of it.
    oddities: source === 'foreign-name' ? [] : ofText(field, holds, shape),
  };
}

/** Shapes that builds meet with the same code; the others are met each with their own. */
const ALIKE: Partial<Record<KeyShape, string>> = {
  spaces: 'in spaces',
  newline: 'in spaces',
  crlf: 'in spaces',
  'like-template': 'like something else',
  'like-command': 'like something else',
  'like-profile': 'like something else',
};

function ofText(field: string, holds: string, shape: KeyShape): string[] {
  return [
    ...(holds === 'live' ? [] : [`${field} ${holds}`]),
    ...(shape === 'plain' ? [] : [`${field} ${ALIKE[shape] ?? shape}`]),
  ];
}
