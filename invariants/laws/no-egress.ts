import { familyOf, type GeneralLaw } from '../law.ts';
import { violationsOf } from '../violation.ts';

export const noEgress: GeneralLaw = {
  id: 'no-egress',
  // Each observation says it by itself.
  over: 'both',
  sentence: 'nothing connects outside the declared endpoints',
  // docs/design.md 4 and 6; mocks/network/quiet-endpoints.ts lists what is declared.
  source: 'no document of OpenClaw names another host for this setup',
  check: (judged) =>
    violationsOf(
      'no-egress',
      familyOf(judged),
      judged.observations.flatMap(({ path, egress }) =>
        [...new Set(egress)].map((host) => ({
          path,
          reference: null,
          behaviour: host,
          detail: `${path} connects to ${host}`,
        })),
      ),
    ),
};
