/**
 * OpenClaw version numbers: `2026.4.24`, `2026.7.1-2` (a rebuild, later than `2026.7.1`) and
 * `2026.7.2-beta.3` (earlier than `2026.7.2`).
 *
 * Not semver: there, `2026.7.1-2` would come before `2026.7.1`.
 */
import { z } from 'zod';

const PATTERN = /^(\d{4})\.(\d{1,2})\.(\d{1,3})(?:-(beta\.)?(\d{1,3}))?$/;

export function isVersion(text: string): boolean {
  return PATTERN.test(text);
}

export const versionSchema = z
  .string()
  .refine(isVersion, { message: 'must be an OpenClaw version such as 2026.9.6' });

/** Negative when `a` is the earlier release, positive when the later, 0 when they are the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < left.length; index++) {
    const difference = left[index]! - right[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether `version` is `from` or later. */
export function isAtLeast(version: string, from: string): boolean {
  return compareVersions(version, from) >= 0;
}

/** Whether `version` is in a range; null for no bound. */
export function isWithin(
  version: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): boolean {
  return (from === null || isAtLeast(version, from)) && (to === null || isAtLeast(to, version));
}

function parts(version: string): number[] {
  const match = PATTERN.exec(version);
  if (!match) throw new Error(`"${version}" is not an OpenClaw version such as 2026.9.6 or 2026.7.1-2.`);
  const [, year, month, patch, beta, revision] = match;
  const stage = beta ? -1 : 0;
  return [Number(year), Number(month), Number(patch), stage, Number(revision ?? 0)];
}
