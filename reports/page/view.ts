/** The data of a page, made of a run or a replay: everything is decided here, and rendered afterwards. */
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { Harm } from '../../invariants/harm.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { Finding, Verdict } from '../../search/result/result.ts';
import type { SetupFile } from '../text-parts.ts';

export interface PageView {
  readonly version: string;
  readonly verdict: Verdict;
  /** The run in short: lane, seed, counts. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Checks of the run itself that failed. */
  readonly problems: readonly string[];
  /** Worst first; none for a replay. */
  readonly causes: readonly CauseView[];
  /** Worst first. */
  readonly findings: readonly FindingView[];
  readonly coverage: readonly CoverageGrid[];
  readonly times: readonly TimeView[];
}

export interface CauseView {
  readonly id: string;
  readonly status: 'new' | 'known';
  /** The baseline's verdict on it; null where it does not have it. */
  readonly decision: string | null;
  /** The place to read more of it: a ticket, a page, a document. */
  readonly place: string | null;
  readonly harm: Harm;
  readonly sentence: string;
  /** The ids of its findings. */
  readonly findings: readonly string[];
}

export interface FindingView {
  readonly id: string;
  readonly fingerprint: Fingerprint;
  readonly law: { readonly id: LawId; readonly sentence: string; readonly source: string };
  /** The promises of OpenClaw's documents that it breaks, with their addresses. */
  readonly promises: readonly { readonly id: string; readonly rule: string; readonly link: string }[];
  readonly harm: Harm;
  /** The id of its cause; null where it is not known. */
  readonly cause: string | null;
  readonly status: Finding['status'];
  readonly provider: string;
  readonly paths: readonly PathName[];
  readonly detail: string;
  /** The certainty of it, and the number of times that it was seen. */
  readonly seen: string;
  readonly sides: readonly SideView[];
  readonly files: readonly SetupFile[];
  /** The files of the setup that promises the same; null where the law compares paths. */
  readonly variant: readonly SetupFile[] | null;
  readonly replay: string;
  /** The case file to save first; null where the replay line has one that is there. */
  readonly caseFile: { readonly name: string; readonly text: string } | null;
}

/** One path of a finding. */
export interface SideView {
  readonly path: PathName;
  /** Whether the others are compared with it. */
  readonly isReference: boolean;
  /** In the words of the fingerprint; null for a path that it does not name. */
  readonly behaviour: string | null;
  readonly outcome: string;
  readonly wire: readonly WireView[];
}

export interface WireView {
  readonly request: string;
  readonly credential: string;
  readonly status: string;
}

export interface CoverageGrid {
  readonly title: string;
  readonly columns: readonly string[];
  /** The cells are counts of cases; `gap`: declared and not reached; null: no such pair. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly (number | 'gap' | null)[] }[];
}

export interface TimeView {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly {
    readonly name: string;
    readonly value: number;
    readonly slowest: number | null;
  }[];
}
