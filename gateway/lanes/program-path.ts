import { delimiter } from 'node:path';
import type { Home } from '../home/home.ts';

/** The PATH of a process in a home: the programs of its user stand first. */
export function programPath(
  { programs }: Pick<Home, 'programs'>,
  { PATH }: Readonly<Record<string, string>>,
): string {
  return [programs, PATH].filter(Boolean).join(delimiter);
}
