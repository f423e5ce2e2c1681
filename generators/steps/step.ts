/** A step: one thing that happens to a home and the gateway in it, as plain JSON. */
import { z } from 'zod';
import { pathNameSchema } from '../../observation/path-name.ts';

/** The files of a home in which a user replaces a key, relative to it. */
const keyFileSchema = z.enum([
  '.openclaw/.env',
  '.openclaw/openclaw.json',
  '.openclaw/agents/main/agent/auth-profiles.json',
  'secrets.json',
]);

export const stepSchema = z.discriminatedUnion('do', [
  /** A path is taken. */
  z.strictObject({ do: z.literal('take'), path: pathNameSchema }),
  /** Every key in a file is replaced by a new one; the provider refuses the old ones from then on. */
  z.strictObject({ do: z.literal('rotate'), file: keyFileSchema }),
  z.strictObject({ do: z.literal('reload-secrets') }),
  z.strictObject({ do: z.literal('restart'), signal: z.enum(['SIGTERM', 'SIGKILL']) }),
  z.strictObject({ do: z.literal('wait'), seconds: z.int().min(1).max(60) }),
]);
export type Step = z.infer<typeof stepSchema>;
