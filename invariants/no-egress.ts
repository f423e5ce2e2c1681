import { fingerprint } from './fingerprint.ts';
import { familyOf, type Law } from './law.ts';

export const noEgress: Law = {
  id: 'no-egress',
  sentence: 'nothing connects outside the declared endpoints',
  source: 'shared/design.md 4 and 6; mocks/network/quiet-endpoints.ts lists what is declared',
  check: (judged) =>
    judged.observations.flatMap(({ path, egress }) =>
      [...new Set(egress)].map((host) => ({
        law: 'no-egress' as const,
        paths: [path],
        detail: `${path} connects to ${host}`,
        fingerprint: fingerprint('no-egress', familyOf(judged), [`${path}: ${host}`]),
      })),
    ),
};
