import { providerOfHost } from '../../generators/providers/catalog.ts';
import { variableHost } from '../../generators/providers/hosts.ts';
import { ownerOf } from '../../observation/credential.ts';
import { describeHolder, describeOrigin } from '../../observation/credential-text.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { isDocumentedHost } from '../documented-hosts.ts';
import { factsOf } from '../facts/facts-of.ts';
import { familyOf, type GeneralLaw, type JudgedAny } from '../law.ts';
import { violationsOf } from '../violation.ts';

export const rightHost: GeneralLaw = {
  id: 'right-host',
  // Each observation says it by itself.
  over: 'both',
  sentence: "a secret goes to its own provider's hosts only",
  source:
    'openclaw@2026.9.6:docs/help/environment.md (provider credentials and endpoint redirects of a workspace .env)',
  check: (judged) =>
    violationsOf(
      'right-host',
      familyOf(judged),
      judged.observations.flatMap((observation) =>
        observation.requests.flatMap((request) =>
          request.credentials
            .filter(
              (credential) =>
                isStranger(judged, observation.path, ownerOf(credential), request.host) &&
                !isDocumentedHost(judged, { credential, request, observation }),
            )
            .map((credential) => ({
              path: observation.path,
              reference: null,
              behaviour: `${describeHolder(credential)} to ${hostPattern(request.host)}`,
              detail: `${observation.path} sends the secret of ${describeOrigin(credential)} to ${request.host}`,
            })),
        ),
      ),
    ),
};

function isStranger(judged: JudgedAny, path: PathName, owner: string | null, host: string): boolean {
  return owner !== null && !factsOf(judged).maySee(pathOf(path), owner, host);
}

function hostPattern(host: string): string {
  const provider = providerOfHost(host);
  if (!provider) return 'foreign host';
  return host === variableHost(provider.id) ? 'the host of a workspace .env' : provider.family;
}
