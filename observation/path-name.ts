/** The names of the paths (`paths/paths.ts`), as observations, case files and options hold them. */
import { z } from 'zod';
import { PATHS, type PathName } from '../paths/paths.ts';

export type { PathName };
export const ALL_PATHS: readonly PathName[] = PATHS.map(({ name }) => name);
/** Those that only a running gateway has. */
export const GATEWAY_PATHS: readonly PathName[] = PATHS.filter(({ onlyLane }) => onlyLane === 'gateway').map(
  ({ name }) => name,
);
export const pathNameSchema = z.enum(ALL_PATHS);
