/** Replaces secrets in text by the places that held them, so that nothing we keep or print holds one. */
import { type Canary, secretsOf } from '../../generators/canaries.ts';
import { describePlace } from '../../generators/place.ts';

/** @param home absolute path of the case's home, written as `~` */
export function redact(text: string, canaries: readonly Canary[], home: string): string {
  let safe = text.replaceAll(home, '~');
  for (const canary of canaries) {
    const name = `‹${describePlace(canary.place)}›`;
    for (const secret of secretsOf(canary)) safe = safe.replaceAll(secret, name);
  }
  return safe;
}
