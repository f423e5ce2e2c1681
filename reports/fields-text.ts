/** Fields of a build as text: one line each, worst first. */
import type { JudgedFields } from '../search/result/judged-fields.ts';

const ORDER = ['violates', 'not testable', 'conforms'] as const;

export function fieldsText({ problem, observed }: JudgedFields): string {
  if (problem !== null) return `not testable: ${problem}\n`;
  const sorted = ORDER.flatMap((verdict) => observed.filter((each) => each.verdict === verdict));
  const lines = sorted.map(({ field, promise, verdict, fault, reason }) =>
    [`${field}: ${verdict}`, fault === null ? reason : `the build ${fault}`, promise]
      .filter(Boolean)
      .join('; '),
  );
  const count = (verdict: (typeof ORDER)[number]) =>
    observed.filter((each) => each.verdict === verdict).length;
  return `${lines.join('\n')}\n${ORDER.map((verdict) => `${count(verdict)} ${verdict}`).join(', ')}\n`;
}
