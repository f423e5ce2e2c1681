/** The secrets of Google's default credentials: what a file holds, and the token that Google gives for it. */
import { hash } from 'node:crypto';
import type { DefaultCredentialsKind } from '../axes/default-credentials.ts';

/**
 * Sixty-four characters of base64: the last line of a private key of no value (`mocks/google/test-key.ts`). They are an attribute of the
 * key, which no signature depends on, so that each case has a key of its own text and none is made.
 */
const KEY_MARK = 'OfNoValueTestKeyOnlyForCases';

/** @param unique thirty-six characters */
export function fileSecret(kind: DefaultCredentialsKind, unique: string): string {
  return kind === 'service-account' ? `${KEY_MARK}${unique}` : `1//${unique}`;
}

/** The access token that is given for a secret. */
export function tokenFor(secret: string): string {
  return `ya29.${hash('sha256', `token for ${secret}`).slice(0, 40)}`;
}

/** The service account whose key a secret is: its name is no secret. */
export function accountOf(secret: string): string {
  return `case-${keyIdOf(secret).slice(0, 12)}@case-project.iam.gserviceaccount.com`;
}

/** The id of the key, which is no secret either. */
export function keyIdOf(secret: string): string {
  return hash('sha256', `id of ${secret}`).slice(0, 40);
}
