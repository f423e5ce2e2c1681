import { askedModel } from '../../gateway/asked/unsupported-reason.ts';
import { laneOfSteps } from '../../gateway/steps/observe-steps.ts';
import { takenPaths } from '../../generators/steps/taken-paths.ts';
import { isHomeCase } from '../../home-case/any-case.ts';
import { pathOf } from '../../paths/paths.ts';
import type { CaseFile } from './case-file.ts';

/**
 * The reason why the steps of a case cannot show its claim on a version, installed or not: one of the claimed paths is not there. Null where they
 * may, and for a case without steps, which is asked path by path.
 */
export function missingPath(
  { case: value, claim }: Pick<CaseFile, 'case' | 'claim'>,
  version: string,
): string | null {
  if (isHomeCase(value) || !value.steps || !claim) return null;
  const lane = laneOfSteps(value, 'embedded');
  const reasons = takenPaths(value)
    .filter((path) => claim.paths.includes(path))
    .map((path) => [path, askedModel(value, pathOf(path), version, lane).unsupported] as const);
  const [path, reason] = reasons.find(([, each]) => each !== null) ?? [];
  return path === undefined ? null : `${path}: ${reason}`;
}
