import type { Case } from '../../generators/case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { keptBy } from '../../generators/steps/keeper.ts';
import type { Step } from '../../generators/steps/step.ts';
import type { Observation, Undone } from '../../observation/observation.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** The words of a fingerprint for the steps that a build carries out itself; a restart is restart-keeps' business. */
const WORDS: Partial<Record<Step['do'], string>> = {
  rotate: 'a new key',
  'first-key': 'a first key',
  'edit-config': 'a setting',
  'move-memory': 'a setting',
  'order-profiles': 'an order of profiles',
  'remove-profile': 'a removal of a profile',
  'reload-secrets': 'a reload of secrets',
};

/** The first step that was not done alone: others may follow from it. */
export const stepsDone: Law = {
  id: 'steps-done',
  sentence: 'a build does what its commands and its gateway are told about keys, profiles and settings',
  source:
    'openclaw@2026.9.6:docs/gateway/configuration/config-rpc.md; openclaw@2026.9.6:docs/cli/models.md; openclaw@2026.9.6:docs/gateway/secrets/operations.md (`secrets.reload`); CHANGELOG of openclaw 2026.5.19 (a configuration write that failed for a reference of another provider)',
  over: 'steps',
  judges: ({ value }) => value.steps?.some((step) => WORDS[step.do] !== undefined) ?? false,
  check: (judged) =>
    violationsOf('steps-done', familyOf(judged), judged.observations.flatMap(undoneIn(judged))),
};

function undoneIn({ value }: Judged) {
  return ({ path, undone = [] }: Observation): Deviation[] => {
    const [first] = undone;
    const step = first && value.steps?.[first.step];
    const what = step && WORDS[step.do];
    if (!first || !what || isOurs(first) || isForWant(value, first.step)) return [];
    const detail = `${path}: step ${first.step + 1} was not done before it (${first.message})`;
    return [{ path, reference: null, behaviour: `${what} is refused`, detail }];
  };
}

/**
 * Whether a step may fail for a reference that names nothing by now. A write of the configuration may not, where the reference is
 * a profile's.
 */
function isForWant(value: Case, index: number): boolean {
  const keepers = value
    .steps!.slice(0, index)
    .flatMap((step) => (step.do === 'withdraw' ? [step.keeper] : []));
  if (keepers.length === 0) return false;
  const gone = keepers.flatMap((keeper) => keptBy(value, keeper, canariesOf(value, '')));
  return value.steps![index]!.do !== 'edit-config' || !gone.every(({ place }) => profileOf(place));
}

/** A build without such a command does nothing wrong. */
function isOurs({ isMissing }: Undone): boolean {
  return isMissing ?? false;
}
