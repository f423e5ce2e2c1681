/** Replaces secrets in text by the places that held them, so that nothing we keep or print holds one. */
import { type Canary, secretsOf } from '../../generators/secrets/canaries.ts';
import { describePlace } from '../../generators/secrets/place.ts';

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
  return safe;
}

/** Fewer characters of a folder may be the end of any text. */
const FEWEST = 6;

/** Messages are cut at a length, and a folder may be cut with them. */
function withoutCut(text: string, folder: string, name: string): string {
  for (let length = folder.length - 1; length >= FEWEST; length--)
    if (text.endsWith(folder.slice(0, length))) return `${text.slice(0, -length)}${name}`;
  return text;
}
