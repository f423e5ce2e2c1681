/** The package.json of an OpenClaw build. */
import { z } from 'zod';
import { versionSchema } from '../versions/version.ts';

export const packageSchema = z.object({
  name: z.literal('openclaw'),
  version: versionSchema,
  bin: z.union([z.string(), z.object({ openclaw: z.string() })]),
  exports: z.object({ '.': z.union([z.string(), z.object({ default: z.string() })]) }),
});

/** The files of it that are run, relative to its folder. */
export function filesOfPackage({ bin, exports }: z.infer<typeof packageSchema>) {
  const entry = exports['.'];
  return {
    main: typeof entry === 'string' ? entry : entry.default,
    command: typeof bin === 'string' ? bin : bin.openclaw,
  };
}
