/** SPEC, the text that names a subject: a version, `latest`, a `.tgz` file, or a package folder or checkout. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { BadInput } from '../../support/bad-input.ts';
import { quoted } from '../../support/one-line.ts';
import { isVersion } from '../versions/version.ts';

export type Target =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'latest' }
  | { readonly kind: 'tarball'; readonly file: string }
  | { readonly kind: 'folder'; readonly folder: string };

/**
 * Reads a SPEC.
 *
 * @throws BadInput when it is none of the four.
 */
export function parseTarget(spec: string): Target {
  if (spec === 'latest') return { kind: 'latest' };
  if (isVersion(spec)) return { kind: 'version', version: spec };
  const file = path.resolve(spec);
  if (spec.trim() !== '' && existsSync(file)) {
    if (statSync(file).isDirectory()) return { kind: 'folder', folder: file };
    if (file.endsWith('.tgz')) return { kind: 'tarball', file };
  }
  throw new BadInput(
    `${quoted(spec)} names no build: it is no version, "latest", .tgz file or folder. Write for example 2026.4.24 or ./openclaw.tgz.`,
  );
}
