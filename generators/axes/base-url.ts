/**
 * `models.providers.<id>.baseUrl`: where a provider is, in the user's words.
 *
 * `default`: the provider's own address. `absent`: an entry without one, which means the same. `trailing-slash`: the same
 * with a slash after it. `blank`: spaces, as a setup form leaves it. `regional`: another host of the user's choice, which
 * then is the provider's only one. `own-path`: the same behind a path of a gateway's own. `loopback` and `lan`: a server
 * of the user's own, without TLS (openclaw@2026.9.6:docs/gateway/local-models.md). `trusted-lan`: the same in the user's network, which
 * the entry says may be asked (`request.allowPrivateNetwork`). `private-dns`: the provider's own address, of which the user's network
 * gives a private one, as a proxy before it does, and which the entry says may be asked
 * (openclaw@2026.9.6:docs/gateway/config-tools/custom-providers.md).
 */
import type fc from 'fast-check';
import { z } from 'zod';
import { weighted } from './weighted.ts';

export const baseUrlSchema = z.enum([
  'default',
  'trailing-slash',
  'blank',
  'regional',
  'absent',
  'own-path',
  'loopback',
  'lan',
  'trusted-lan',
  'private-dns',
]);
export type BaseUrl = z.infer<typeof baseUrlSchema>;

/** No set-up writes an address of spaces: it is there to be seen, once in a hundred entries. */
export const baseUrlArbitrary: fc.Arbitrary<BaseUrl> = weighted({
  default: 51,
  absent: 18,
  'trailing-slash': 10,
  blank: 1,
  regional: 12,
  'own-path': 6,
  loopback: 1,
  lan: 1,
  'trusted-lan': 3,
  'private-dns': 3,
});

/** An address that is never blank. */
export const addressArbitrary: fc.Arbitrary<BaseUrl> = weighted({
  default: 12,
  'trailing-slash': 2,
  regional: 2,
  'own-path': 2,
  loopback: 2,
  lan: 2,
  'trusted-lan': 2,
});

/** Whether the address is another than the provider's own: spaces are no address. */
export function isElsewhere(baseUrl: BaseUrl): boolean {
  return !['default', 'absent', 'trailing-slash', 'blank', 'private-dns'].includes(baseUrl);
}

/** Whether the entry allows a private address. */
export function allowsPrivate(baseUrl: BaseUrl): boolean {
  return baseUrl === 'trusted-lan' || baseUrl === 'private-dns';
}
