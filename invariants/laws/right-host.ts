import { isElsewhere } from '../../generators/axes/base-url.ts';
import { providerOfSetup, usersServers } from '../../generators/provider-setup.ts';
import { providerOfHost } from '../../generators/providers/catalog.ts';
import { mediaHost, regionalHost, variableHost } from '../../generators/providers/hosts.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { ownerOf } from '../../observation/credential.ts';
import { describeHolder, describeOrigin } from '../../observation/credential-text.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { violationsOf } from '../violation.ts';

export const rightHost: Law = {
  id: 'right-host',
  sentence: "a secret goes to its own provider's hosts only",
  source:
    'openclaw@2026.9.6:docs/help/environment.md (provider credentials and endpoint redirects of a workspace .env)',
  check: (judged) =>
    violationsOf(
      'right-host',
      familyOf(judged),
      judged.observations.flatMap(({ path, requests }) =>
        requests.flatMap(({ credentials, host }) =>
          credentials
            .filter((credential) => isStranger(judged, path, ownerOf(credential), host))
            .map((credential) => ({
              path,
              reference: null,
              behaviour: `${describeHolder(credential)} to ${hostPattern(host)}`,
              detail: `${path} sends the secret of ${describeOrigin(credential)} to ${host}`,
            })),
        ),
      ),
    ),
};

function isStranger(judged: Judged, path: PathName, owner: string | null, host: string): boolean {
  return owner !== null && !hostsOf(judged, path, owner).includes(host);
}

/** A base URL of the user's own is the only place for the provider's secrets, beside one that the process names. */
function hostsOf(judged: Judged, path: PathName, id: string): readonly string[] {
  const setup = setupsOf(judged.value).find((each) => each.id === id);
  if (!setup) return [];
  const { hosts, serviceHosts = [], ownAddresses } = providerOfSetup(setup);
  const [server] = usersServers(setup.entry);
  const isMoved = setup.entry !== null && isElsewhere(setup.entry.baseUrl) && setup.entry.baseUrl !== 'blank';
  const isOfMedia = judged.value.mediaEntry === 'own-address' && pathOf(path).medium !== null;
  return [
    ...(isMoved ? [server ? new URL(`http://${server}`).hostname : regionalHost(setup.id)] : []),
    ...(isOfMedia ? [mediaHost(setup.id)] : []),
    ...(!isMoved || ownAddresses?.includes(path) ? [...hosts, ...serviceHosts] : []),
    ...(setup.addressVariable?.layer === 'process' ? [variableHost(setup.id)] : []),
  ];
}

function hostPattern(host: string): string {
  const provider = providerOfHost(host);
  if (!provider) return 'foreign host';
  return host === variableHost(provider.id) ? 'the host of a workspace .env' : provider.family;
}
