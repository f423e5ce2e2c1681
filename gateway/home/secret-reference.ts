/**
 * The forms in which a secret of a case is written down: text, SecretRef, template or variable name.
 *
 * @source openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md
 */

import { providerOf } from '../../generators/providers/catalog.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import { NAME_OF_NO_VARIABLE } from '../../generators/secrets/foreign-names.ts';
import { type FieldPlace, isSamePlace, referenceOf } from '../../generators/secrets/place.ts';

/** Aliases of `secrets.providers` in a generated openclaw.json. */
export const FILE_ALIAS = 'casefile';
export const EXEC_ALIAS = 'caseexec';

export type SecretRef = { source: 'env' | 'file' | 'exec' | 'store'; provider: string; id: string };

/**
 * The value of a secret field; undefined where the field is left out (`inline` that holds nothing).
 *
 * @param place where the field is
 */
export function secretField(place: FieldPlace, canaries: readonly Canary[]): string | SecretRef | undefined {
  const id = referenceOf(place) ?? '';
  switch (place.source) {
    case 'inline':
      return canaries.find((canary) => isSamePlace(canary.place, place))?.written;
    case 'env':
    case 'dotenv':
      return { source: 'env', provider: 'default', id };
    case 'file':
      return { source: 'file', provider: FILE_ALIAS, id };
    case 'exec':
      return { source: 'exec', provider: EXEC_ALIAS, id };
    case 'store':
      return { source: 'store', provider: 'default', id };
    case 'template':
      return `\${${id}}`;
    case 'short-template':
      return `$${id}`;
    case 'marker':
      return providerOf(place.provider).environmentVariables[0] ?? NAME_OF_NO_VARIABLE;
    case 'foreign-name':
      return id;
  }
}
