import { WRITES_SECRET } from '../versions/names-in-bundle.ts';
import { type FunctionLocation, loadFunction } from './chunk-functions.ts';

/**
 * Writes a secret into the store of the home that the process is in, as the build itself does.
 *
 * @source openclaw@2026.9.6:docs/cli/secrets.md, "Set values safely": a secret that is a credential has the kind
 *   `secret`
 */
export type SecretWriter = (name: string, value: string) => Promise<void>;

/** @throws Error when the returned function is called on a build without such a store */
export async function loadSecretWriter(locations: readonly FunctionLocation[]): Promise<SecretWriter> {
  const location = locations.find(({ name }) => name === WRITES_SECRET);
  const write = location && (await loadFunction(location));
  return async (name, value) => {
    if (!write) throw new Error('This build has no store of secrets.');
    await write({ scope: 'team', name, value, kind: 'secret', updatedBy: null });
  };
}
