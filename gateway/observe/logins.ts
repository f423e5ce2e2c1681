/** The logins of a case: what its token endpoints give for refresh tokens. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Case } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { type Canary, type CaseCanary, canariesOf } from '../../generators/secrets/canaries.ts';
import { isSamePlace, profileIdOf } from '../../generators/secrets/place.ts';
import { generationOf } from '../../generators/secrets/rotation.ts';
import type { LoginTurn } from '../../generators/steps/step.ts';
import type { Renewal } from '../../mocks/providers/oauth-token.ts';

/** The tokens that a refresh token brings, or why it brings none. */
export type Logins = (canaries: readonly Canary[], refreshToken: string) => Renewal;

/** A login whose refresh token stays good. */
export const lastingLogins: Logins = (canaries, refreshToken) => {
  const access = tokenFor(canaries, 'refreshed token', heldBy(canaries, refreshToken), 0);
  return access ? { accessToken: access.text, refreshToken, seconds: 3600 } : null;
};

/** The most that the token of a login is replaced in one home: a turn of 2026.9.6 on a busy machine took six. */
const GENERATIONS = 80;
/**
 * The life of a token: a turn is over by then, and the next path is taken after it, so that it refreshes again. With a second,
 * 2026.9.6 now and then found the token that it had just refreshed too old, and said that it had no credential.
 */
const SECONDS = 5;

/** The tokens that the logins of a case are given while its home is in use. */
export function tokensToCome(value: Case, salt: string): CaseCanary[] {
  const first = canariesOf(value, salt);
  return Array.from({ length: GENERATIONS }, (_, index) =>
    generationOf(value, salt, index + 1)
      .filter(({ place }) => /refresh(ed)? token/.test(place.holder))
      .map((each) => ofSameAccount(each, first)),
  ).flat();
}

/** Of a subscription whose token names an account only the signature is new: builds refuse the token of another account. */
function ofSameAccount(token: CaseCanary, all: readonly CaseCanary[]): CaseCanary {
  const { place } = token;
  const before = all.find((each) => isSamePlace(each.place, place));
  if (!before || place.holder !== 'refreshed token' || !providerOf(place.provider).subscriptionText)
    return token;
  const [account, signature] = [before.text, token.text].map((text) => text.lastIndexOf('.'));
  const text = `${before.text.slice(0, account)}${token.text.slice(signature)}`;
  return { ...token, text, written: text };
}

/** Logins of one home whose tokens end. */
export interface RotatingLogins {
  /** @param turn the behaviour of the endpoint by now */
  loginsIn(turn: LoginTurn): Logins;
  /** Ends when the token that was given last has ended. */
  ended(): Promise<void>;
}

/**
 * Logins whose provider replaces the refresh token each time, and takes none twice (RFC 6749 section 10.4, refresh token
 * rotation). Holds what was used, so that one is made for each home.
 */
export function rotatingLogins({ provider }: Case): RotatingLogins {
  const early = providerOf(provider.id).loginEndsEarly ?? 0;
  const used = new Set<string>();
  let end = 0;
  return {
    ended: () => wait(Math.max(0, end - Date.now())),
    loginsIn: (turn) => (canaries, refreshToken) => {
      if (turn === 'fails') return 'failure';
      if (turn === 'garbles') return 'garbled';
      const held = heldBy(canaries, refreshToken);
      const generation = held?.generation ?? 0;
      const access = tokenFor(canaries, 'refreshed token', held, generation);
      const next = tokenFor(canaries, 'refresh token', held, generation + 1);
      if (!access || !next || used.has(refreshToken)) return null;
      if (turn !== 'keeps') used.add(refreshToken);
      end = Date.now() + SECONDS * 1000;
      return {
        accessToken: access.text,
        refreshToken: turn === 'keeps' ? null : next.text,
        seconds: SECONDS + early,
      };
    },
  };
}

function heldBy(canaries: readonly Canary[], refreshToken: string): Canary | undefined {
  return canaries.find(({ place, text }) => place.holder === 'refresh token' && text === refreshToken);
}

function tokenFor(
  canaries: readonly Canary[],
  holder: 'refresh token' | 'refreshed token',
  held: Canary | undefined,
  generation: number,
): Canary | undefined {
  return canaries.find(
    ({ place, ...each }) =>
      held &&
      place.holder === holder &&
      profileIdOf(place) === profileIdOf(held.place) &&
      (each.generation ?? 0) === generation,
  );
}
