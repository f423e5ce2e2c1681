/** Cases of builds that have no store of secrets. */
import { type Case, caseText } from '../case.ts';
import { mapCaseSecrets } from './map-case-secrets.ts';
import type { Secret } from './map-secrets.ts';

/** Whether a secret of the case is in OpenClaw's own store of secrets. */
export function usesSecretStore(value: Case): boolean {
  return caseText(withoutSecretStore(value)) !== caseText(value);
}

/** The same with another SecretRef in place of each to the store. */
export function withoutSecretStore(value: Case): Case {
  return mapCaseSecrets(value, elsewhere);
}

function elsewhere<T extends Secret>(secret: T): T {
  return secret.source === 'store' ? { ...secret, source: 'exec' } : secret;
}
