/** Proof that nothing of a home is left in what was made of it. */
import { ALL_PROVIDERS } from '../generators/providers.ts';
import type { OpenClawHome } from './openclaw-home.ts';

/** The words that a case is made of: names that everybody knows. */
const PUBLIC = new Set(
  ALL_PROVIDERS.flatMap(({ id, environmentVariables }) => [id, ...id.split('-'), ...environmentVariables]),
);

/** Shorter texts are words that any case may hold. */
const MIN_LENGTH = 8;

/**
 * Every text value of the home, of eight characters and more, that the output holds. Keys are not values: the name of
 * a variable is no secret, and neither is that of a provider.
 */
export function leaksOf(home: OpenClawHome, output: string): string[] {
  const values = textsIn([home.config, home.variables, home.store, home.state, home.modelsFile, home.aws]);
  const pieces = values.flatMap((value) => [value, value.trim(), ...value.split(/[\s,;:"']+/)]);
  return [...new Set(pieces)].filter(
    (piece) => piece.length >= MIN_LENGTH && !PUBLIC.has(piece) && output.includes(piece),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
