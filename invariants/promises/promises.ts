/** Every promise that is known, document by document. */
import { isWithin } from '../../gateway/versions/version.ts';
import type { DocumentedPromise } from './documented-promise.ts';
import { authCredentialSemantics } from './documents/auth-credential-semantics.ts';

export const ALL_PROMISES: readonly DocumentedPromise[] = [...authCredentialSemantics];

/** The promises that the documents of a build make. */
export function promisesFor(version: string): DocumentedPromise[] {
  return ALL_PROMISES.filter(({ builds }) => isWithin(version, builds));
}
