/** The lanes that drive a path: `embedded` in a warm process of the build, `cli` by the real command. */
import { z } from 'zod';

export const laneSchema = z.enum(['embedded', 'cli']);
export type Lane = z.infer<typeof laneSchema>;
