/** A credential as seen on the wire. Its text is never kept: what is known of it is where it came from. */
import { z } from 'zod';
import { validitySchema } from '../generators/axes/secret.ts';
import { providerIdSchema } from '../generators/providers/catalog.ts';
import {
  holderOf,
  isSamePlace,
  type Place,
  placeSchema,
  profileIdOf,
  profileOf,
} from '../generators/secrets/place.ts';

const scheme = z.string();

/** Damage to a secret on its way: whitespace or other text around it, or a mask over it. */
const damageSchema = z.enum(['whitespace', 'other text', 'mask']);
export type Damage = z.infer<typeof damageSchema>;

/** Text that no secret of the case explains. `unknown` alone may be a credential. */
const textKindSchema = z.enum([
  'unknown',
  'earlier run',
  'empty',
  'blank',
  'undefined',
  'null',
  'masked',
  'template',
  'marker',
  'variable name',
  'profile id',
]);
export type TextKind = z.infer<typeof textKindSchema>;

export const credentialSchema = z.discriminatedUnion('kind', [
  /** A secret of the case. */
  z.object({
    kind: z.literal('secret'),
    scheme,
    place: placeSchema,
    validity: validitySchema,
    damage: damageSchema.nullable(),
    /** The number of keys of its place that were replaced before it was written; absent: it is the first. */
    generation: z.int().optional(),
    /** Whether the key of its place was replaced by another since. */
    isReplaced: z.boolean().optional(),
  }),
  /** The name that the user wrote in `apiKey` of a provider, sent as it stands. */
  z.object({ kind: z.literal('name'), scheme, provider: providerIdSchema }),
  z.object({ kind: z.literal('text'), scheme, text: textKindSchema }),
]);
export type Credential = z.infer<typeof credentialSchema>;

/** The owner of the credential; null for text that nothing explains. */
export function ownerOf(credential: Credential): string | null {
  switch (credential.kind) {
    case 'secret':
      return credential.place.provider;
    case 'name':
      return credential.provider;
    case 'text':
      return null;
  }
}

/** The place of the case that held it; null for text that no place of it holds. */
export function placeOf(credential: Credential): Place | null {
  return credential.kind === 'secret' ? credential.place : null;
}

/** The kind of thing that held it; null for text that no place of the case holds. */
export function holderOfCredential(credential: Credential): ReturnType<typeof holderOf> | null {
  const place = placeOf(credential);
  return place && holderOf(place);
}

/** The id of the profile that it belongs to (`google:a`); null for none. */
export function profileOfCredential(credential: Credential): string | null {
  const place = placeOf(credential);
  return place && profileIdOf(place);
}

/** Whether it is a secret of an oauth profile. */
export function isSubscriptionToken(credential: Credential): boolean {
  const place = placeOf(credential);
  if (place?.holder === 'home') return place.isSubscription === true;
  return place !== null && profileOf(place)?.type === 'oauth';
}

/** Whether it cannot be a credential of the case. */
export function isMalformed(credential: Credential): boolean {
  return credential.kind === 'secret'
    ? credential.damage !== null
    : credential.kind === 'text' && credential.text !== 'unknown';
}

/** Whether two came from one origin, in whatever header or shape. */
export function isSameOrigin(left: Credential, right: Credential): boolean {
  if (left.kind === 'secret') return right.kind === 'secret' && isSamePlace(left.place, right.place);
  if (left.kind === 'text') return right.kind === 'text' && left.text === right.text;
  return right.kind === left.kind;
}

/** Whether two sets hold the same credentials in the same headers; `null` is no request at all. */
export function areSameCredentials(
  left: readonly Credential[] | null,
  right: readonly Credential[] | null,
): boolean {
  if (!left || !right) return left === right;
  const rest = [...right];
  for (const each of left) {
    const index = rest.findIndex((other) => other.scheme === each.scheme && isSameOrigin(other, each));
    if (index < 0) return false;
    rest.splice(index, 1);
  }
  return rest.length === 0;
}
