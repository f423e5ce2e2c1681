import type { Case } from '../case.ts';
import { type ChangeSecret, mapSecrets } from './map-secrets.ts';

/** The same case with every secret changed, those of single paths included. */
export function mapCaseSecrets(value: Case, change: ChangeSecret): Case {
  const { provider, otherProvider, speechKey, searchKey, memoryEndpoint } = value;
  return {
    ...value,
    provider: mapSecrets(provider, change),
    otherProvider: otherProvider && mapSecrets(otherProvider, change),
    speechKey: speechKey && change(speechKey),
    searchKey: searchKey && change(searchKey),
    memoryEndpoint: memoryEndpoint && { ...memoryEndpoint, apiKey: change(memoryEndpoint.apiKey) },
  };
}
