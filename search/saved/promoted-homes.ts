/** The homes among the promoted cases: each is replayed on the build, and judged by what it claims. */
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import { isCovered } from '../../invariants/fingerprint.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { isIn } from '../draw/shard.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { LeftOut, Result } from '../result/result.ts';
import type { SearchPlan } from '../search-plan.ts';
import type { CaseFile } from './case-file.ts';
import { replayCase } from './replay-case.ts';

export interface PromotedHome {
  /** `cases/<name>.json` */
  readonly file: string;
  readonly saved: CaseFile;
}

/** @param known the fingerprints that are accepted */
export async function replayHomes(
  evaluator: Evaluator,
  homes: readonly PromotedHome[],
  { lane, shard }: Pick<SearchPlan, 'lane' | 'shard'>,
  known: Iterable<Fingerprint>,
): Promise<{ readonly homes: Result['homes']; readonly leftOut: readonly LeftOut[] }> {
  const accepted = [...known];
  const tested: Result['homes'] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, { file, saved }] of homes.entries()) {
    if (!isIn(shard, index)) continue;
    const asked = saved.claim?.paths ?? ALL_PATHS;
    const { verdict, reason, violations } = await replayCase(evaluator, saved, lane, index, asked);
    if (verdict === 'not testable') {
      leftOut.push({ what: file, reason: reason ?? verdict });
      continue;
    }
    const broken = violations.filter(({ fingerprint }) => !isCovered(fingerprint, accepted));
    const status = verdict === 'conforms' ? verdict : broken.length > 0 ? 'new' : 'known';
    tested.push({ file, status, details: violations.map(({ detail }) => detail) });
  }
  return { homes: tested, leftOut };
}
