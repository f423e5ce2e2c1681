/** The secrets of a home case: the text that stands for each placeholder in one run. */
import { hash } from 'node:crypto';
import { holdsKey, keyText, writtenKey } from '../generators/axes/key-shape.ts';
import { providerNamed } from '../generators/providers/catalog.ts';
import type { Canary } from '../generators/secrets/canaries.ts';
import type { HomeCase, HomeSecret } from './home-case.ts';

/** The folder of the home, in any text of its files. */
export const HOME_PLACEHOLDER = 'home';

/** Long enough to be told from any other text. */
const SHORTEST = 24;

/** The texts of a run by placeholder, and the canaries among them. */
export interface HomeTexts {
  readonly texts: Readonly<Record<string, string>>;
  readonly canaries: readonly Canary[];
}

/** @param salt makes those of one run differ from those of every other */
export function textsOfHome({ secrets }: Pick<HomeCase, 'secrets'>, salt: string): HomeTexts {
  const made = Object.entries(secrets).map(([name, secret]) => {
    // Names and ids are the same in every run: commands and reports say them.
    const digest = hash('sha512', `${isFollowed(secret) ? salt : ''}\n${name}`);
    return { name, secret, text: keyText(textOf(secret, digest), secret.shape) };
  });
  const textAt = (name: string | null) => made.find((each) => each.name === name)?.text ?? null;
  const parts = made.flatMap(({ secret: { signedBy, session } }) => [signedBy, session]);
  const canaries = made
    .filter(({ name, secret }) => isFollowed(secret) && !parts.includes(name))
    .map(({ name, secret, text }): Canary => {
      const { kind, provider, profile, shape, stale, signedBy, session } = secret;
      return {
        place: {
          holder: 'home',
          kind,
          provider,
          profile,
          name,
          ...(isOfSubscription({ secrets }, secret) ? { isSubscription: true } : {}),
        },
        validity: stale || kind === 'refresh token' || !holdsKey(shape) ? 'stale' : 'live',
        text,
        exchanged: providerNamed(provider)?.exchange?.given(text) ?? null,
        written: writtenKey(text, shape),
        signingText: textAt(signedBy),
        sessionToken: textAt(session),
        reference: null,
      };
    });
  const texts = made.map(({ name, secret, text }) => [name, writtenKey(text, secret.shape)]);
  return { texts: Object.fromEntries(texts), canaries: [...canaries, ...refreshedIn({ secrets }, salt)] };
}

const REFRESHED = ' (refreshed)';

/** The secret that a home itself has, of one that is made from it. */
export function originOf(name: string): string {
  return name.endsWith(REFRESHED) ? name.slice(0, -REFRESHED.length) : name;
}

/** The answers to refresh tokens that are still accepted: each brings another access token of its profile. */
function refreshedIn({ secrets }: Pick<HomeCase, 'secrets'>, salt: string): Canary[] {
  const accepted = Object.entries(secrets).filter(
    ([, { kind, stale }]) => kind === 'refresh token' && !stale,
  );
  return accepted.map(([origin, refresh]) => {
    const { provider, profile } = refresh;
    const access = Object.values(secrets).find((each) => each.kind === 'profile' && each.profile === profile);
    const name = `${origin}${REFRESHED}`;
    const text = textOf(access ?? refresh, hash('sha512', `${salt}\n${name}`));
    return {
      place: { holder: 'home', kind: 'profile', provider, profile, name, isSubscription: true },
      validity: 'live',
      text,
      exchanged: providerNamed(provider)?.exchange?.given(text) ?? null,
      written: text,
      signingText: null,
      sessionToken: null,
      reference: null,
    };
  });
}

/** The access token that a refresh token of the home brings; null where it is not accepted. */
export function refreshedBy(canaries: readonly Canary[], refreshToken: string): string | null {
  const nameOf = ({ place }: Canary) => (place.holder === 'home' ? place.name : '');
  const held = canaries.find(({ text }) => text === refreshToken);
  const brought = held && canaries.find((each) => nameOf(each) === `${nameOf(held)}${REFRESHED}`);
  return brought?.text ?? null;
}

/** Whether it is the access token of a profile that also has a refresh token. */
function isOfSubscription({ secrets }: Pick<HomeCase, 'secrets'>, { kind, profile }: HomeSecret): boolean {
  if (kind !== 'profile' || profile === null) return false;
  return Object.values(secrets).some((each) => each.kind === 'refresh token' && each.profile === profile);
}

/** Whether a request that has it is known by it. */
export function isFollowed({ form }: HomeSecret): boolean {
  return form !== 'text' && form !== 'word' && form !== 'digits';
}

/** A value with the names and ids in it filled in; secrets are left as placeholders. */
export function withWords<Value>(value: Value, home: Pick<HomeCase, 'secrets'>): Value {
  const words = Object.entries(home.secrets).filter(([, secret]) => !isFollowed(secret));
  if (words.length === 0) return value;
  return filledIn(value, textsOfHome({ secrets: Object.fromEntries(words) }, '').texts);
}

function textOf({ form, prefix, length }: HomeSecret, digest: string): string {
  const room = Math.max(length - prefix.length, SHORTEST);
  const unique = digest.repeat(Math.ceil(room / digest.length)).slice(0, room);
  switch (form) {
    case 'text':
      return `words ${digest.slice(0, 6)}`;
    case 'word':
      return `word${digest.slice(0, 8)}`;
    case 'digits':
      // No telephone's number begins with a zero.
      return `1${digest.replaceAll(/\D/g, '')}`.slice(0, Math.max(length, 9));
    case 'key':
      return `${prefix}${unique}`;
    case 'aws':
      return `${prefix}${digest.slice(0, 16).toUpperCase()}`;
    case 'jwt':
      return tokenOf(digest.slice(0, SHORTEST));
    case 'pem':
      return `-----BEGIN PRIVATE KEY-----\n${unique}\n-----END PRIVATE KEY-----`;
  }
}

/** A token in three parts, with the account in it that builds read out of those of a subscription. */
function tokenOf(unique: string): string {
  const made = providerNamed('openai-codex')?.subscriptionText?.(unique);
  if (made) return made;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part({ sub: unique }), unique].join('.');
}

/** A value with its placeholders filled in, in keys and texts. */
export function filledIn<Value>(value: Value, texts: Readonly<Record<string, string>>): Value {
  return mapTexts(value, (text) => text.replace(/\{\{([^{}]+)\}\}/g, (whole, name) => texts[name] ?? whole));
}

/** The names of the placeholders in a value. */
export function placeholdersIn(value: unknown): string[] {
  return [...JSON.stringify(value ?? null).matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name = '']) =>
    JSON.parse(`"${name}"`),
  );
}

function mapTexts<Value>(value: Value, change: (text: string) => string): Value;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [change(key), mapTexts(each, change)]),
  );
}
