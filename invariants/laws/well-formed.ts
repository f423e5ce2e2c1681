import { isMalformed } from '../../observation/credential.ts';
import { describeHolder } from '../../observation/credential-text.ts';
import { familyOf, type GeneralLaw } from '../law.ts';
import { isLocalMarker } from '../local-marker.ts';
import { violationsOf } from '../violation.ts';

export const wellFormed: GeneralLaw = {
  id: 'well-formed',
  // Each observation says it by itself.
  over: 'both',
  sentence:
    'no empty, blank, `undefined`, masked, marker, template or whitespace-carrying credential on the wire',
  source:
    'openclaw@2026.9.6:docs/help/environment.md (a variable that is missing: "Consumers that require the value treat it as unavailable"); openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md (shorthand strings)',
  check: (judged) =>
    violationsOf(
      'well-formed',
      familyOf(judged),
      judged.observations.flatMap(({ path, model, requests }) =>
        requests.flatMap(({ credentials, host }) =>
          credentials
            .filter((each) => isMalformed(each) && !isLocalMarker(each, host, model.provider))
            .map((credential) => ({
              path,
              reference: null,
              behaviour: describeHolder(credential),
              detail: `${path} sends ${describeHolder(credential)} as ${credential.scheme} to ${host}`,
            })),
        ),
      ),
    ),
};
