import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { jsonOrNull } from '../../support/json-or-null.ts';

/**
 * The manifests of the plugins in a folder of a build. One that is no JSON, or not of the form, is passed over, whichever
 * of the two it is: the build itself reports it where it matters.
 */
export function manifestsIn<T>(folder: string, schema: z.ZodType<T>): T[] {
  return readdirSync(folder)
    .map((name) => path.join(folder, name, 'openclaw.plugin.json'))
    .filter((file) => existsSync(file))
    .map((file) => schema.safeParse(jsonOrNull(readFileSync(file, 'utf8'))).data)
    .filter((manifest) => manifest !== undefined);
}
