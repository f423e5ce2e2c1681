import { modelOfHelper } from '../../generators/axes/helper-model.ts';
import type { Case } from '../../generators/case.ts';
import { isAlone } from '../../generators/provider-setup.ts';
import type { Observation } from '../../observation/observation.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { isUnknownTo, strangerDeviation, strangerIn, turnsOn, withAgentsModel } from '../named-model.ts';
import { isPromised } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** Scheduled jobs are given the model of subagents as well, and no document says so. */
const HELPERS = ALL_PATHS.filter((path) => {
  const { givenBy, namedBesides } = pathOf(path).model;
  return givenBy !== undefined && namedBesides === undefined;
});

/**
 * A subagent, the summary of a turn, or a heartbeat that asks a provider has the same choice among its credentials, whether the turn itself
 * asks that provider or the settings of the helper name it.
 */
export const helperModel: Law = {
  id: 'helper-model',
  sentence:
    'subagents, compaction and heartbeats that are given a model ask it as those of a turn that has a model of that provider, and without a fallback subagents and compaction send the credentials of no other',
  source:
    'openclaw@2026.9.6:docs/tools/subagents/tool-reference.md ("inherit … unless you set `agents.defaults.subagents.model`"), openclaw@2026.9.6:docs/concepts/compaction.md ("Using a different model"), openclaw@2026.9.6:docs/gateway/heartbeat.md ("model override for heartbeat runs"); #2144, #17479, #65519, #110093; #56649, #80784; #14279, #58517, #59996, #72940',
  variant: withoutName,
  variantPaths: HELPERS,
  judges: (judged) =>
    (judged.variants['helper-model'] ?? []).length > 0 || HELPERS.some((path) => isExact(judged, path)),
  check: (judged) =>
    HELPERS.flatMap((path) => {
      const own = only(path, judged);
      const helpers = turnsOn([path], own);
      const isCompared = !isUnknownTo(helpers) && !goesOnWithTurns(judged, path);
      return [
        ...(isCompared ? comparedWithVariant('helper-model', own, 'given', "as its turn's") : []),
        ...violationsOf(
          'helper-model',
          familyOf(judged),
          helpers.flatMap((helper) => strangersOf(own, helper)),
        ),
      ];
    }),
};

/** The same judged with the variant of one path alone: the model that one helper does not know says nothing of another. */
function only(path: Observation['path'], judged: Judged): Judged {
  const variants = (judged.variants['helper-model'] ?? []).filter((each) => each.path === path);
  return { ...judged, variants: { 'helper-model': variants } };
}

function withoutName(value: Case): Case {
  const named = modelOfHelper(value);
  return named === null ? value : withAgentsModel(value, { ...value, helperModel: null }, named);
}

/**
 * Whether a helper begins with what its turn ended on, which among several credentials may be a later one: given a model of its own, it
 * begins with the first.
 */
function goesOnWithTurns({ value }: Judged, path: Observation['path']): boolean {
  if (pathOf(path).comparedFrom !== 'accepted') return false;
  const setup = (modelOfHelper(value) === 'other-provider' && value.otherProvider) || value.provider;
  return !isAlone(setup);
}

/** Whether a helper that is given a model is promised to leave the models alone that its turn may fall back on. */
function isExact({ value, version }: Judged, path: Observation['path']): boolean {
  const isGiven = value.fallback !== null && modelOfHelper(value) !== null;
  const isCompaction = pathOf(path).model.givenBy === 'compaction';
  return isGiven && isCompaction && isPromised('compaction/given-model-is-exact', version);
}

/**
 * A credential of another provider, where the same helper without a name sends none, or where it may fall back on none. Where it ends at its
 * agent's model by the documents, that provider's is none.
 */
function strangersOf(judged: Judged, helper: Observation): Deviation[] {
  const sent = strangerIn(helper);
  if (!sent || modelOfHelper(judged.value) === null || pathOf(helper.path).model.endsAtAgents) return [];
  const [unnamed] = judged.variants['helper-model'] ?? [];
  const isShown = unnamed
    ? judged.value.fallback === null && !strangerIn(unnamed)
    : isExact(judged, helper.path);
  return isShown ? [strangerDeviation(helper, sent)] : [];
}
