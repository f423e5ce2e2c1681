/** The examples of a configuration in OpenClaw's documents; `checks/documented-settings.ts` writes them anew. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../support/package-root.ts';

const schema = z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())]));

export const DOCUMENTED_SETTINGS = schema.parse(
  JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'test-support', 'documented-settings.json'), 'utf8')),
);
