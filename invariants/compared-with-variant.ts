/** Metamorphic laws: a case and a variant of it that promises the same, path by path. */
import { writtenPlainly } from '../generators/secrets/place.ts';
import { areSameCredentials, type Credential } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import { givenModel } from '../paths/asked-model.ts';
import { pathOf } from '../paths/paths.ts';
import {
  credentialsHolder,
  credentialsText,
  differingHolders,
  firstCredentials,
  isAnsweredAtOnce,
  outcomeText,
  sendsMalformed,
} from './behaviour.ts';
import { endOf } from './compared-end.ts';
import { endedInPreflight, familyOf, isJudged, type Judged, observed } from './law.ts';
import type { LawId } from './law-id.ts';
import type { Violation } from './violation.ts';
import { violationsOf } from './violation.ts';

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
      if (original && [original, variant].some(endedInPreflight)) return [];
      if (original?.model.provider !== variant.model.provider || !isJudged(variant.outcome)) return [];
      // If neither is answered at once, their outcomes may depend on a fallback model.
      const isAnswered = [original, variant].some(isAnsweredAtOnce);
      const fallsBack = endsAtAgents(judged, original)
        ? !isAnsweredAtOnce(variant)
        : judged.value.fallback !== null && !isAnswered;
      if (fallsBack && !(firstCredentials(original) && firstCredentials(variant))) return [];
      const hasSameChoice = areSameCredentials(choiceOf(original), choiceOf(variant));
      if (hasSameChoice && (fallsBack || endOf(judged, original) === endOf(judged, variant))) return [];
      if ([original, variant].some(sendsMalformed)) return [];
      const [behaviour, usual] = summaries(original, variant);
      return [
        {
          path: variant.path,
          reference: null,
          behaviour: `${names[0]} ${behaviour}, ${names[1]} ${usual}`,
          detail: `${variant.path}: ${names[0]} ${describe(original)}; ${names[1]} ${describe(variant)}`,
        },
      ];
    }),
  );
}

/** Whether a path may end with the answer of its agent's model, in place of the one that it is given: it has only its variant to go by. */
function endsAtAgents({ value }: Judged, { path }: Observation): boolean {
  const asked = pathOf(path);
  return asked.model.endsAtAgents === true && givenModel(value, asked) !== null;
}

/** The first credentials of a path, however their place is written down. */
function choiceOf(observation: Observation): Credential[] | null {
  const sent = firstCredentials(observation);
  return (
    sent?.map((each) => (each.kind === 'secret' ? { ...each, place: writtenPlainly(each.place) } : each)) ??
    null
  );
}

/** The end of a path, and what it sends first. */
function describe(observation: Observation): string {
  return `${outcomeText(observation)} (${credentialsText(choiceOf(observation))})`;
}

/** The difference: the credentials sent or, if these are equal, the outcome. */
function summaries(original: Observation, variant: Observation): readonly [string, string] {
  const [left, right] = [firstCredentials(original), firstCredentials(variant)];
  const ends = [outcomeText(original), outcomeText(variant)] as const;
  if (!left && !right) return ends;
  if (left && right) {
    const isSame = areSameCredentials(choiceOf(original), choiceOf(variant));
    return isSame ? ends : differingHolders(left, right);
  }
  return [
    left ? `sends ${credentialsHolder(left)}` : ends[0],
    right ? `sends ${credentialsHolder(right)}` : ends[1],
  ];
}
