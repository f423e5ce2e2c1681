import { hash } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };

/** The seed of a deterministic run: the same for the same suite and the same text, a SPEC for example. */
export function seedOf(text: string): number {
  return hash('sha256', `${packageJson.version} ${text}`, 'buffer').readInt32BE(0);
}
