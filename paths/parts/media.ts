/** The media that commands are given: the smallest that every build accepts. */
import type { FreshRun } from './drive.ts';

/** Audio under 1024 bytes is skipped as too small (docs/openclaw-auth-contract.md 5.2). */
export const SILENCE = Buffer.alloc(4096, 1);

/** A process that remembers which programs it found looks for those of a medium once. */
export function whereProgramsAreRemembered({ hasPrograms, traits }: FreshRun): boolean {
  return hasPrograms && !traits.findsProgramsByPath;
}
