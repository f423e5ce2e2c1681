import { ALL_PROVIDERS, providerOfHost } from '../generators/providers.ts';
import { fingerprint } from './fingerprint.ts';
import { familyOf, type Law } from './law.ts';

export const rightHost: Law = {
  id: 'right-host',
  sentence: "a secret goes to its own provider's hosts only",
  source:
    'shared/design.md 6; known upstream class: workspace .env and redirects that move a key to a foreign host',
  check: (judged) =>
    judged.observations.flatMap(({ path, requests }) =>
      requests.flatMap(({ credentials, host }) =>
        credentials
          .filter(({ provider }) => provider !== null && !hostsOf(provider).includes(host))
          .map(({ place, pattern }) => {
            const receiver = providerOfHost(host)?.family ?? 'foreign host';
            return {
              law: 'right-host' as const,
              paths: [path],
              detail: `${path} sends the secret of ${place} to ${host}`,
              fingerprint: fingerprint('right-host', familyOf(judged), [
                `${path}: ${pattern} to ${receiver}`,
              ]),
            };
          }),
      ),
    ),
};

function hostsOf(provider: string | null): readonly string[] {
  return ALL_PROVIDERS.find((each) => each.id === provider)?.hosts ?? [];
}
