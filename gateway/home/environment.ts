/**
 * The environment of a case: an allow-list, then what the case itself sets. The runner's own environment never
 * reaches the subject.
 */
import path from 'node:path';
import type { Canary } from '../../generators/canaries.ts';
import type { Case } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers.ts';

export function environmentOf(
  value: Case,
  canaries: readonly Canary[],
  folder: string,
): Record<string, string> {
  const environment: Record<string, string> = {
    HOME: folder,
    TMPDIR: path.join(folder, 'tmp'),
    OPENCLAW_STATE_DIR: path.join(folder, '.openclaw'),
    TZ: 'UTC',
    NO_COLOR: '1',
  };
  for (const canary of canaries) Object.assign(environment, variablesOf(canary));
  const setups = [value.provider, ...(value.otherProvider ? [value.otherProvider] : [])];
  if (setups.some((setup) => setup.id === 'amazon-bedrock')) environment.AWS_REGION = 'us-east-1';
  return environment;
}

function variablesOf({ place, text, signingText, reference }: Canary): Record<string, string> {
  if (signingText !== null) return { AWS_ACCESS_KEY_ID: text, AWS_SECRET_ACCESS_KEY: signingText };
  const name = place.holder === 'environment' ? providerOf(place.provider).environmentVariable : reference;
  const isVariable = place.holder === 'environment' || place.source === 'env' || place.source === 'template';
  return isVariable && name ? { [name]: text } : {};
}
