/** Names of the paths. */
import { z } from 'zod';

export const pathNameSchema = z.enum([
  'chat',
  'completion',
  'image',
  'image-tool',
  'pdf-tool',
  'compaction',
  'audio',
  'video',
  'embedding',
  'memory',
  'image-generation',
  'speech',
  'probe',
]);
export type PathName = z.infer<typeof pathNameSchema>;
export const ALL_PATHS: readonly PathName[] = pathNameSchema.options;
