/** Secret fields of a real home as those of a case. */
import type { EntrySecret } from '../generators/axes/secret.ts';
import { record, text } from '../support/json-path.ts';
import type { OpenClawHome } from './openclaw-home.ts';
import { shapeOfKey } from './shape-of-key.ts';

/** A secret field of any form; null where there is none. */
export function secretOfHome(
  home: OpenClawHome,
  value: unknown,
  ownVariables: readonly string[],
): EntrySecret | null {
  if (value === undefined || value === null) return null;
  const live = { holds: 'live', shape: 'plain' } as const;
  if (typeof value === 'object') {
    const { source, id } = record(value);
    if (source === 'file' || source === 'exec' || source === 'store') return { source, ...live };
    return variableSecret(home, text(id) ?? '', 'env');
  }
  const written = String(value);
  const [, inBraces, bare] = /^\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*))$/.exec(written) ?? [];
  if (inBraces) return variableSecret(home, inBraces, 'template');
  if (bare) return variableSecret(home, bare, 'short-template');
  if (ownVariables.includes(written)) return { source: 'marker', ...live };
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(written)) return { source: 'foreign-name', ...live };
  return { source: 'inline', holds: 'live', shape: shapeOfKey(written) };
}

/** Assumes that a variable which no known file sets is set in the process. */
function variableSecret(
  { variables }: OpenClawHome,
  name: string,
  source: 'env' | 'template' | 'short-template',
): EntrySecret {
  const written = variables.process[name] ?? variables.state[name];
  const shape = written === undefined ? 'plain' : shapeOfKey(written);
  const isInFile = source === 'env' && variables.process[name] === undefined && name in variables.state;
  return { source: isInFile ? 'dotenv' : source, holds: 'live', shape };
}
