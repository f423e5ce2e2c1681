/** Metamorphic laws: a case and a variant of it that promises the same, path by path. */
import type { Observation } from '../observation/observation.ts';
import {
  credentialsHolder,
  differingHolders,
  firstCredentials,
  isAnsweredAtOnce,
  outcomeText,
  sendsMalformed,
} from './behaviour.ts';
import { violationsOf } from './fingerprint.ts';
import { familyOf, isJudged, type Judged, type LawId, observed, type Violation } from './law.ts';

/** @param names what to call the case and its variant */
export function comparedWithVariant(
  law: LawId,
  judged: Judged,
  ...names: readonly [string, string]
): Violation[] {
  const variants = judged.variants[law] ?? [];
  return violationsOf(
    law,
    familyOf(judged),
    variants.flatMap((variant) => {
      const original = observed(judged, variant.path);
      if (original?.model.provider !== variant.model.provider || !isJudged(variant.outcome)) return [];
      // Where neither is answered at once, how they end may be up to a model that they fall back on.
      const fallsBack = judged.value.fallback !== null && ![original, variant].some(isAnsweredAtOnce);
      if (fallsBack && !(firstCredentials(original) && firstCredentials(variant))) return [];
      const [before, after] = [original, variant].map((each) =>
        choice(fallsBack ? { ...each, outcome: { kind: 'answer' } } : each),
      );
      if (before === after || [original, variant].some(sendsMalformed)) return [];
      const [pattern, usual] = summaries(original, variant);
      return [
        {
          path: variant.path,
          reference: null,
          pattern: `${names[0]} ${pattern}, ${names[1]} ${usual}`,
          detail: `${variant.path}: ${names[0]} ${before}; ${names[1]} ${after}`,
        },
      ];
    }),
  );
}

/** How a path ends and what it sends first, whichever way its place is written down. */
function choice(observation: Observation): string {
  const sent = firstCredentials(observation)?.map(({ scheme, place, malformed }) => {
    const holder = place?.replace(/ → .*$| in (~|env\.vars).*$/, '');
    return `${scheme} ${holder ?? malformed ?? 'unknown text'}`;
  });
  return `${outcomeText(observation)} (${sent?.sort().join(' + ') ?? 'no request'})`;
}

/** What differs: what is sent, or else how it ends. */
function summaries(original: Observation, variant: Observation): readonly [string, string] {
  const [left, right] = [firstCredentials(original), firstCredentials(variant)];
  const ends = [outcomeText(original), outcomeText(variant)] as const;
  if (!left && !right) return ends;
  if (left && right) {
    const same = choice({ ...original, outcome: variant.outcome }) === choice(variant);
    return same ? ends : differingHolders(left, right);
  }
  return [
    left ? `sends ${credentialsHolder(left)}` : ends[0],
    right ? `sends ${credentialsHolder(right)}` : ends[1],
  ];
}
