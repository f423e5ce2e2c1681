import type { ProviderId } from '../generators/providers/catalog.ts';
import type { Law } from '../invariants/law.ts';
import type { KnownCause } from './baseline/known-cause.ts';
import type { Candidate } from './draw/choose-runs.ts';
import type { LeftOut } from './result/result.ts';
import type { SearchPlan } from './search-plan.ts';

/** The input of a search: a plan applied to one build. */
export interface SearchInput {
  readonly plan: SearchPlan;
  readonly providers: readonly ProviderId[];
  readonly laws: readonly Law[];
  /** Cases that are run before any random one. */
  readonly promoted: readonly Candidate[];
  /** Promoted cases that cannot be run, with the reason. */
  readonly leftOut: readonly LeftOut[];
  /** The causes of the baseline that hold for the build. */
  readonly known: readonly KnownCause[];
}
