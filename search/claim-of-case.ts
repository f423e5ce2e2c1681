/**
 * The claim that a case is to be shrunk or bisected by: its own, or the first violation that it shows on a path that
 * fails for the user, or on any.
 */
import { ALL_PATHS } from '../gateway/observation.ts';
import { BadInput } from '../generators/bad-input.ts';
import type { CaseFile, Claim } from './case-file.ts';
import type { Evaluator } from './evaluator.ts';
import { judgeCase } from './judge-case.ts';

/**
 * @param law the law to look for; null: any
 * @throws BadInput when the case breaks no law on this build
 */
export async function claimOfCase(evaluator: Evaluator, saved: CaseFile, law: string | null): Promise<Claim> {
  const { version } = evaluator.subject;
  const judgement = await judgeCase(
    (value, paths) => evaluator.observe(value, paths, 'embedded', 0),
    saved.case,
    version,
    ALL_PATHS,
  );
  const shown = judgement?.violations ?? [];
  const wanted = shown.filter((each) => (law ? each.law === law : true));
  const own =
    wanted.find(({ fingerprint }) => fingerprint === saved.claim?.fingerprint) ??
    wanted.find(({ paths }) => paths.some((path) => saved.failing.includes(path))) ??
    wanted[0];
  if (own) return { law: own.law, paths: [...own.paths], fingerprint: own.fingerprint };
  const others = [...new Set(shown.map((each) => each.law))].join(', ') || 'no law';
  throw new BadInput(
    `The case breaks ${others} on openclaw ${version}${law ? `, not ${law}` : ''}. Give another --target.`,
  );
}
