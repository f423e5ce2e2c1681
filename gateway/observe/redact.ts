/**
 * Replaces secrets in text by the places that held them, so that nothing we keep or print holds one, and what is different in each run:
 * folders of this machine, and ids that a build draws.
 */
import { type Canary, secretsOf } from '../../generators/secrets/canaries.ts';
import { describePlace } from '../../generators/secrets/place.ts';
import type { Outcome } from '../../observation/outcome.ts';

/** Characters of a failure's words that are kept. */
const LONGEST_MESSAGE = 600;

/** The ids that a build draws for a run or a session: another one each time. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{18,}/g;

export function withoutIds(text: string): string {
  return text.replace(UUID, '<uuid>');
}

/** A failure's words without secrets, cut afterwards: names of folders have another length in each run. */
export function redactOutcome(
  outcome: Outcome,
  canaries: readonly Canary[],
  folders: Readonly<Record<string, string>>,
): Outcome {
  return outcome.kind === 'failure'
    ? { ...outcome, message: redact(outcome.message, canaries, folders).slice(0, LONGEST_MESSAGE) }
    : outcome;
}

/** @param folders absolute paths of this machine, with what is written in their place */
export function redact(
  text: string,
  canaries: readonly Canary[],
  folders: Readonly<Record<string, string>>,
): string {
  let safe = text;
  for (const [folder, name] of Object.entries(folders))
    safe = withoutCut(safe.replaceAll(folder, name), folder, name);
  for (const canary of canaries) {
    const name = `‹${describePlace(canary.place)}›`;
    for (const secret of secretsOf(canary)) safe = safe.replaceAll(secret, name);
  }
  return withoutIds(safe);
}

/** Fewer characters of a folder may be the end of any text. */
const FEWEST = 6;

/** Messages are cut at a length, and a folder may be cut with them. */
function withoutCut(text: string, folder: string, name: string): string {
  for (let length = folder.length - 1; length >= FEWEST; length--)
    if (text.endsWith(folder.slice(0, length))) return `${text.slice(0, -length)}${name}`;
  return text;
}
