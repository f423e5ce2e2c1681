/** The facts of a case that the credential-issuing AWS services need. */
import type { AwsSourceKind } from '../../generators/axes/aws-setup.ts';
import type { IssuedKey } from './signature.ts';

export interface Issuer {
  /** The credentials that a source gives; null if the case has no such source. */
  given(kind: AwsSourceKind): IssuedKey | null;
  /** Whether what a source gives is over already. */
  isExpired(kind: AwsSourceKind): boolean;
  /** Whether a request is signed by a key of the case. */
  isSigned(request: Request): Promise<boolean>;
}

/** The end of what is issued. */
export const FUTURE = '2099-01-01T00:00:00Z';
export const PAST = '2020-01-01T00:00:00Z';

export function endOf({ isExpired }: Issuer, kind: AwsSourceKind): string {
  return isExpired(kind) ? PAST : FUTURE;
}
