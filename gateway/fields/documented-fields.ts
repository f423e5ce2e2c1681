/** The fields of the configuration that take a secret reference, as the documents that a build ships list them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJson } from '../../support/read-json.ts';
import { manifestsIn } from '../subject/manifests-in.ts';
import { extensionsOf } from '../subject/plugin-mirror.ts';
import type { Subject } from '../subject/subject.ts';

/** @source openclaw@2026.9.6:docs/reference/secretref-user-supplied-credentials-matrix.json */
const MATRIX = 'docs/reference/secretref-user-supplied-credentials-matrix.json';

const matrixSchema = z.object({
  entries: z.array(
    z.object({
      configFile: z.string(),
      path: z.string(),
      /** The place of the reference, if not that of the text. */
      refPath: z.string().optional(),
    }),
  ),
});

export interface DocumentedField {
  /** With `*` for a name of the user's and `[]` for an element of a list. */
  readonly field: string;
  /** The field that a reference stands in: another one where it stands beside the text. */
  readonly reference: string;
  readonly isBundled: boolean;
}

/** The fields of `openclaw.json`: profiles are in another file, and cases have them. None of a build without the document. */
export async function documentedFields({ root }: Pick<Subject, 'root'>): Promise<DocumentedField[]> {
  const file = path.join(root, MATRIX);
  if (!existsSync(file)) return [];
  const bundled = bundledNames(root);
  return matrixSchema
    .parse(await readJson(file))
    .entries.filter(({ configFile }) => configFile === 'openclaw.json')
    .map(({ path: field, refPath }) => {
      const owner = /^(?:channels|plugins\.entries)\.([^.]+)/.exec(field)?.[1];
      return { field, reference: refPath ?? field, isBundled: owner === undefined || bundled.has(owner) };
    });
}

const manifestSchema = z.object({ id: z.string(), channels: z.array(z.string()).default([]) });

/** The plugins and channels that come with a build. */
function bundledNames(root: string): ReadonlySet<string> {
  const folder = extensionsOf(root);
  if (!existsSync(folder)) return new Set();
  return new Set(manifestsIn(folder, manifestSchema).flatMap(({ id, channels }) => [id, ...channels]));
}
