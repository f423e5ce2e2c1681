/**
 * A path: one way on which OpenClaw comes to a credential and a model, from how it is driven to how its end is read.
 *
 * One path is one file beside this one, and one line in `paths.ts`. Its file knows no provider, case or build: what
 * differs between these, a path is told.
 */
import type { MediaSelection } from '../generators/axes/media-selection.ts';
import type { ProviderAnswer } from '../generators/axes/provider-answer.ts';
import type { Medium, OwnModel } from '../generators/providers/model-kinds.ts';
import type { ToolCall } from '../mocks/providers/tool-call.ts';
import type { Outcome } from '../observation/outcome.ts';
import type { Build } from './parts/build.ts';
import type { CommandEnd, CredentialReport, HostAnswer } from './parts/command-end.ts';
import type { Drive } from './parts/drive.ts';
import type { HomeNeeds } from './parts/home-needs.ts';
import type { Inbound } from './parts/inbound.ts';

export interface Path<Name extends string = string> {
  readonly name: Name;
  readonly drive: Drive;
  readonly model: PathModel;
  /** The providers that have it; `gateway/asked/` has the builds that they have it from. */
  readonly servedBy:
    | 'every provider'
    | 'those that tell usage'
    | { readonly medium: Medium }
    | { readonly ownModel: OwnModel };
  /** The reason why a build cannot be driven on it, whatever the provider; null: it can. */
  missingIn(build: Build): string | null;
  /** Its needs in the home, beyond those of every case. */
  readonly needs: HomeNeeds;
  /** The tool call that leads to it, where it is a part of chat's turn; null: it is run by itself. */
  readonly turn: PartOfTurn | null;
  /** The attachment that comes in with its turn; absent: none does. */
  readonly inbound?: Inbound;
  /** Whether it wakes its agent when it is done, for a turn that is no part of it; absent: it does not. */
  readonly wakesAgent?: true;
  /** The path that is taken before it, in the same home, and is no part of it; absent: none is. */
  readonly follows?: Path;
  /** Whether it is there only where chat's model takes text alone; absent: whatever chat's model takes. */
  readonly isForBlindChat?: true;
  /** The answers after which it asks again for a minute or more, while every request gets one; absent: it ends as a turn does. */
  readonly asksAgainAfter?: readonly ProviderAnswer[];
  /** The one lane that has it; absent: every lane can drive it. */
  readonly onlyLane?: 'gateway';
  /**
   * The end of its command.
   *
   * @param provider the name on the path of the provider that it asked; absent: a gateway was asked
   */
  readEnd(end: CommandEnd, answers: readonly HostAnswer[], provider?: string): Outcome;
  /**
   * Reads what its command reports of the credentials of a provider, by the provider's name on the path; null: it reports nothing.
   *
   * @param exitCode null: no command was run
   */
  readonly readReport:
    | ((stdout: string, provider: string, exitCode: number | null) => CredentialReport)
    | null;
  /** The path whose providers it lists, and whose model says which provider that is; absent: it lists none. */
  readonly lists?: Path;
  /** The medium whose settings (`tools.media`, a profile that an entry names) it reads; null: none of them. */
  readonly medium: Medium | null;
  /** The command whose documented exceptions hold for it, too; absent: those of its own name alone. */
  readonly exceptedAs?: { readonly name: string };
  /** The path that runs the same code, by whose name fingerprints call this one; null: it has code of its own. */
  readonly sharesCode: SharedCode | null;
  /**
   * The credentials of it that must be chat's. `accepted`: it continues with what chat's turn ended on, so that only
   * the accepted one can be compared, and only with chat. Null: it asks about credentials, and another law compares
   * what it says.
   */
  readonly comparedFrom: 'first' | 'accepted' | null;
  /** Whether it is run where only a few paths can be: most others share code with one of these. */
  readonly isRepresentative: boolean;
}

/** The model that a path asks. */
export interface PathModel {
  /** `chat`: the model of chat, whatever is set for media. `setting`: one of its own. */
  readonly of: 'chat' | 'setting';
  /** The model of the provider that does this work, where it has one of its own for it. */
  readonly own: OwnModel | null;
  /** The selections with which a setting or the command names the model; with others OpenClaw chooses it. */
  readonly namedBy: readonly MediaSelection[];
  /** Whether what names the model can name another one for when it fails. */
  readonly hasFallback: boolean;
  /** Its way to name another model than chat's: as a scheduled job, or as a turn for which a person picks one; absent: it has none. */
  readonly namedBesides?: 'job' | 'session';
  /** The setting below `agents.defaults` that may give it a model in place of its turn's; absent: none may. */
  readonly givenBy?: 'subagents' | 'compaction' | 'heartbeat';
  /** Whether the agent's model is asked after the one that it is given has failed; absent: no document promises it. */
  readonly endsAtAgents?: true;
}

/** A part of an agent's turn: the model of the turn asks for a tool, and the path begins. */
export interface PartOfTurn {
  /**
   * @param workspace the folder of the agent's workspace
   * @param model the model that the call names for its work; absent: it names none
   */
  call(workspace: string, model?: string): ToolCall;
  /**
   * `result`: it ends with what the tool gave. `summary`: the result makes the turn too long, and its summary is the
   * path. `subagent`: the tool starts another turn, with the task that the call names, and that turn is the path.
   */
  readonly endsWith: 'result' | 'summary' | 'subagent';
  /** The behaviour of the model and its provider, since no command line shows it: a sentence for a bug report. */
  readonly modelDoes: string;
}

export interface SharedCode {
  readonly with: Path;
  /** `always`, or only where a law looks at the path alone and compares it with no other. */
  readonly when: 'always' | 'alone';
}
