/** The sentence of a cause that a run found: where it lies, and what ends it. */
import type { Cause } from './cause.ts';
import { repairOf } from './repairs.ts';

/** `chat: ends when the apiKey of the provider's entry is plain text`. */
export function causeSentence({
  repairs,
  paths,
  deviation,
  reasons,
}: Cause & { readonly reasons: readonly string[] }): string {
  const ends =
    repairs.length > 0
      ? `ends when ${repairs.map((id) => repairOf(id).words).join(', or when ')}`
      : `no repair ends it: ${deviation}`;
  const said = reasons.length > 0 ? `, where it says ${reasons.map((each) => `“${each}”`).join(' or ')}` : '';
  return `${paths.join(', ')}: ${ends}${said}`;
}
