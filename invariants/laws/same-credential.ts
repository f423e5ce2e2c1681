import { ALL_PROVIDERS, type Provider, providerOfHost } from '../../generators/providers/catalog.ts';
import { areSameCredentials, type Credential, isSameOrigin } from '../../observation/credential.ts';
import { type AnyPath, pathOf } from '../../paths/paths.ts';
import {
  acceptedCredentials,
  credentialsText,
  differingHolders,
  firstCredentials,
  modelRequests,
  sendsMalformed,
} from '../behaviour.ts';
import { comparablePairs, type Pair } from '../comparability.ts';
import { usageHostsOn } from '../facts/usage-credentials.ts';
import { familyOf, type GeneralLaw } from '../law.ts';
import { violationsOf } from '../violation.ts';

/**
 * Compared are the credential each path tries first, and the host it goes to: after a refusal, agent runs alone promise
 * to try another (openclaw@2026.9.6:docs/concepts/model-failover.md). A path that sends nothing is the business of
 * same-failure.
 */
export const sameCredential: GeneralLaw = {
  id: 'same-credential',
  sentence: 'paths that reach the same provider send the same credential: secret, scheme, header, host',
  source:
    'openclaw@2026.9.6:docs/nodes/media-understanding.md ("the same auth resolution as normal model calls")',
  judges: (judged) => comparablePairs(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'same-credential',
      familyOf(judged),
      comparablePairs(judged).flatMap((pair) => {
        const difference = credentialDifference(pair);
        if (!difference || [pair.reference, pair.other].some(sendsMalformed)) return [];
        const { reference, other } = pair;
        return [
          {
            path: other.path,
            reference: { path: reference.path, behaviour: difference.behaviours[0] },
            behaviour: difference.behaviours[1],
            detail: `${reference.path} sends ${difference.texts[0]}, ${other.path} sends ${difference.texts[1]}`,
          },
        ];
      }),
    ),
};

interface Difference {
  readonly texts: readonly [string, string];
  readonly behaviours: readonly [string, string];
}

/** The difference between the credentials of two paths; null if there is none. */
export function credentialDifference({ reference, other, hasOwnHeader }: Pair): Difference | null {
  const hosts = [hostOf(reference), hostOf(other)] as const;
  // Compaction continues with the credential that the turn ended on, so the accepted one is compared.
  const continuesTurn = pathOf(other.path).comparedFrom === 'accepted';
  const read = continuesTurn ? acceptedCredentials : firstCredentials;
  const [left, right] = [reference, other].map((each) => {
    const credentials = read(each);
    return credentials && hasOwnHeader ? withoutHeaders(credentials) : credentials;
  });
  if (left && right && !areSameCredentials(left, right)) {
    return {
      texts: [credentialsText(left), credentialsText(right)],
      behaviours: differingHolders(left, right),
    };
  }
  const regions = [reference, other].map((each) => modelRequests(each)[0]?.region);
  if (regions[0] && regions[1] && regions[0] !== regions[1]) {
    return {
      texts: [`a signature for ${regions[0]}`, `one for ${regions[1]}`],
      behaviours: ['region', 'another region'],
    };
  }
  if (hosts[0] && hosts[1] && hosts[0] !== hosts[1]) {
    return { texts: [`to ${hosts[0]}`, `to ${hosts[1]}`], behaviours: ['host', 'another host'] };
  }
  return null;
}

/** The keys alone, each once. */
function withoutHeaders(credentials: readonly Credential[]): Credential[] {
  const keys = credentials.map((credential) => ({ ...credential, scheme: 'key' }));
  return keys.filter((key, index) => keys.findIndex((each) => isSameOrigin(each, key)) === index);
}

/** A provider's own hosts are one place, since some have an address for each medium; those of AWS are regions. */
function hostOf(observation: Pair['reference']): string | undefined {
  const host = modelRequests(observation)[0]?.host;
  if (!host) return undefined;
  const asked = ALL_PROVIDERS.find(({ id }) => id === observation.model.provider);
  const path = pathOf(observation.path);
  const owner = [asked, providerOfHost(host)].find((each) => each && hostsOf(each, path).includes(host));
  return owner && owner.family !== 'aws' ? owner.id : host;
}

/** Those of its subscription, and those that tell usage, too: each of them takes its token. */
function hostsOf(provider: Provider, path: AnyPath): readonly string[] {
  return [...provider.hosts, ...(provider.subscription?.hosts ?? []), ...usageHostsOn(path, provider)];
}
