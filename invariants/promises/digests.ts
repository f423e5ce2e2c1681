/** Digests of the passages of each build: enough to see that a document changed, and none of its text. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { readJson } from '../../support/read-json.ts';
import { writeJson } from '../../support/write-whole.ts';
import { passageDigest } from './passage.ts';
import { ALL_PROMISES } from './promises.ts';

const digestsSchema = z.record(z.string(), z.string().nullable());
/** By promise id; null where the build's documents have no such passage. */
export type Digests = z.infer<typeof digestsSchema>;

const keptSchema = z.record(z.string(), digestsSchema);

const FILE = path.join(PACKAGE_ROOT, 'baselines', 'promise-digests.json');

/**
 * The digests of an installed build; null where it ships none of the documents: 2026.4.15 and later ones of 2026.4 have an almost
 * empty `docs` folder, 2026.4.5 to 2026.4.10 a full one.
 */
export function digestsOf(root: string): Digests | null {
  const docs = path.join(root, 'docs');
  const digests = ALL_PROMISES.map(
    ({ id, passages, about }) => [id, passageDigest(docs, passages, about)] as const,
  );
  return digests.every(([, digest]) => digest === null) ? null : Object.fromEntries(digests);
}

/** The digests that are kept, by version. */
export async function keptDigests(): Promise<Readonly<Record<string, Digests>>> {
  return existsSync(FILE) ? keptSchema.parse(await readJson(FILE)) : {};
}

/** Keeps those of one version beside the others. */
export async function keepDigests(version: string, digests: Digests): Promise<void> {
  await writeJson(FILE, { ...(await keptDigests()), [version]: digests });
}
