import type { Observation } from '../../observation/observation.ts';
import { isDocumentedHost } from '../documented-hosts.ts';
import { familyOf, type GeneralLaw, type JudgedAny } from '../law.ts';
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
      judged.observations.flatMap((observation) =>
        [...new Set(observation.egress)]
          .filter((host) => !isDocumented(judged, observation, host))
          .map((host) => ({
            path: observation.path,
            reference: null,
            behaviour: host,
            detail: `${observation.path} connects to ${host}`,
          })),
      ),
    ),
};

/** Whether all that a host was sent is what a document sends there; a host that got no credential has none that says so. */
function isDocumented(judged: JudgedAny, observation: Observation, host: string): boolean {
  const requests = observation.requests.filter((request) => request.host === host);
  return (
    requests.length > 0 &&
    requests.every(
      (request) =>
        request.credentials.length > 0 &&
        request.credentials.every((credential) =>
          isDocumentedHost(judged, { credential, request, observation }),
        ),
    )
  );
}
