/** Reads the end of a run: its outcome, its disclosures, and the model that it chose. */
import { existsSync, readFileSync, truncateSync } from 'node:fs';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { Observation } from '../../observation/observation.ts';
import type { Failure, Outcome } from '../../observation/outcome.ts';
import { chat } from '../../paths/chat.ts';
import { textOfEnd } from '../../paths/parts/answers.ts';
import { failureOf } from '../../paths/parts/failure.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { Parties } from '../cases/runnable.ts';
import type { Home } from '../home/home.ts';
import type { WorkerEnd } from '../worker/worker-process.ts';
import { findDisclosures } from './disclosures.ts';
import { endsInPreflight } from './preflight.ts';
import { redact, redactOutcome } from './redact.ts';
import { outcomeOfTool } from './tool-outcome.ts';
import type { ToolTurn } from './tool-turn.ts';

/** A path that chooses its model may choose another provider than chat's: the wire tells which it asked first. */
export function chosenModel(
  parties: Parties,
  expected: Observation['model'],
  requests: Observation['requests'],
): Observation['model'] {
  const asked = requests.find(({ purpose }) => purpose === 'model');
  const provider = asked ? parties.ownerOf(new URL(`https://${asked.host}`)) : null;
  return provider && provider.id !== expected.provider
    ? { provider: provider.id, id: 'chosen by itself' }
    : expected;
}

/** The outcome, with secrets replaced by the places that held them. */
export function outcomeOfEnd(
  path: AnyPath,
  end: WorkerEnd,
  requests: Observation['requests'],
  { version, canaries, folders, turn, provider }: EndedRun,
): Outcome {
  const ofTool = turn && outcomeOfTool(turn, requests);
  const outcome =
    ofTool ?? rawOutcome(path, end, requests, provider, (text) => redact(text, canaries, folders));
  const isPreflight = path.name === chat.name && isOfPreflight(outcome, end, requests, version);
  return redactOutcome(isPreflight ? { ...outcome, isPreflight } : outcome, canaries, folders);
}

/**
 * The outcome of a path that must have asked a provider. Memory search that chooses its own goes on with words alone where it finds none,
 * or where it is refused: its vectors were asked of nobody.
 */
export function outcomeOfAsking(outcome: Outcome, requests: Observation['requests']): Outcome {
  const asked = requests.filter(({ purpose }) => purpose === 'model');
  if (outcome.kind !== 'answer' || asked.some(({ status }) => status > 0 && status < 400)) return outcome;
  return failureOf('No credentials found: no provider gave the vectors', asked);
}

/** The run whose end is read. */
export interface EndedRun {
  readonly version: string;
  readonly canaries: readonly Canary[];
  readonly folders: Readonly<Record<string, string>>;
  /** The turn that the path is a part of; null: it is run by itself. */
  readonly turn: ToolTurn | null;
  /** The name on the path of the provider that it asks. */
  readonly provider: string;
}

/** Whether a turn by command ended before it chose a credential. */
function isOfPreflight(
  outcome: Outcome,
  end: WorkerEnd,
  requests: Observation['requests'],
  version: string,
): outcome is Failure {
  if (outcome.kind !== 'failure' || end.kind !== 'reply') return false;
  if (requests.some(({ purpose }) => purpose === 'model')) return false;
  return endsInPreflight('turn', version, textOfEnd(end.reply));
}

/** The outcome of a gateway that did not start: it ended by what it was given, or by itself. */
export function outcomeOfStart(end: WorkerEnd, { version, canaries, folders }: EndedRun): Outcome {
  const text = end.kind === 'reply' ? textOfEnd(end.reply) : end.tail;
  // Before it is cut: the rest of a folder's name would not be known by it.
  return failedStart(end.kind, redact(text, canaries, folders), endsInPreflight('gateway', version, text));
}

function failedStart(kind: WorkerEnd['kind'], text: string, isPreflight: boolean): Outcome {
  const message = `the gateway did not start: ${text.trim().slice(-400)}`;
  if (isPreflight) return { kind: 'failure', class: 'no-credential', message, isPreflight };
  return { kind: 'failure', class: kind === 'reply' ? 'crashed' : kind, message };
}

function rawOutcome(
  path: AnyPath,
  end: WorkerEnd,
  requests: Observation['requests'],
  provider: string,
  safe: (text: string) => string,
): Outcome {
  if (end.kind === 'reply') return path.readEnd(end.reply, requests, provider);
  const message = `${ENDS[end.kind]}: ${safe(end.tail).trim().slice(-400)}`;
  return { kind: 'failure', class: end.kind, message };
}

const ENDS = {
  crashed: 'the process ended by itself',
  interrupted: 'the process was ended from outside',
  'timed-out': 'no end in time',
} as const;

/** Canaries that are where the case did not put them. `logFile` holds what the subject logged since the last run. */
export function disclosuresOf(end: WorkerEnd, logFile: string, home: Home, canaries: readonly Canary[]) {
  const { stdout, stderr } = end.kind === 'reply' ? end.reply : { stdout: '', stderr: end.tail };
  return findDisclosures(home.folder, { stdout, stderr, log: takeLog(logFile) }, canaries, home.declares);
}

/** The lines that the subject logged since the last run. */
export function takeLog(file: string): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file, 'utf8');
  truncateSync(file);
  return text;
}
