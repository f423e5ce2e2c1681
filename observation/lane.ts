/**
 * The lanes that drive a path: `embedded` in a warm process of the build, `cli` by the real command, `gateway` through a
 * running gateway.
 */
import { z } from 'zod';

export const laneSchema = z.enum(['embedded', 'cli', 'gateway']);
export type Lane = z.infer<typeof laneSchema>;
