/**
 * Keeps the compiled sources of the suite for its next start, which they make half as long: a checkout runs TypeScript,
 * whose types Node strips file by file.
 *
 * They are below this package's own `node_modules`. Where that cannot be written, Node goes without.
 */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { PACKAGE_ROOT } from '../support/package-root.ts';

/** Their folder: a part of the installed package. */
export const COMPILED_SOURCES = path.join(PACKAGE_ROOT, 'node_modules', '.cache', 'auth-conformance');

/** To be called before the modules are imported. */
export function keepCompiled(): void {
  enableCompileCache(COMPILED_SOURCES);
}
