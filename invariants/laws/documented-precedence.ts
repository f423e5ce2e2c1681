import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { describePlace, isSamePlace } from '../../generators/secrets/place.ts';
import { type Credential, ownerOf, placeOf } from '../../observation/credential.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import type { Observation } from '../../observation/observation.ts';
import type { FailureClass } from '../../observation/outcome.ts';
import { credentialsHolder, credentialsText, firstCredentials } from '../behaviour.ts';
import { endedInPreflight, familyOf, type Judged, type Law, observed } from '../law.ts';
import { documentedCredential } from '../precedence.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** Ends for another reason than the choice of a credential. */
const OTHER_REASONS: readonly FailureClass[] = [
  'bad-config',
  'refused-address',
  'cooldown',
  'needs-migration',
  'unknown-model',
  'timed-out',
  'crashed',
];

/**
 * Only chat is compared with the oracle; the other paths are compared with chat. No path may send a credential that no
 * order includes.
 */
export const documentedPrecedence: Law = {
  id: 'documented-precedence',
  sentence: 'the credential sent first is the one that the documented order selects',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md (order of profiles), openclaw@2026.9.6:docs/help/environment.md (layers), openclaw@2026.9.6:docs/gateway/configuration-reference.md (models.providers.*.auth), openclaw@2026.9.6:docs/gateway/secrets/operations.md (a reference before its text)',
  judges: (judged) =>
    Boolean(observed(judged, 'chat') && documentedCredential(judged.value)) ||
    ignoredSources(judged).length > 0,
  check: (judged) => {
    const ignored = ignoredSources(judged);
    // A credential that chat may not send at all is the business of another law.
    const order = ignored.some(({ path }) => path === 'chat') ? [] : outOfOrder(judged);
    return violationsOf('documented-precedence', familyOf(judged), [...ignored, ...order]);
  },
};

/** Chat, where it sends first what the documented order does not select. */
function outOfOrder(judged: Judged): Deviation[] {
  const chat = observed(judged, 'chat');
  const expected = documentedCredential(judged.value);
  if (!chat || !expected || endedInPreflight(chat)) return [];
  if (chat.outcome.kind === 'failure' && OTHER_REASONS.includes(chat.outcome.class)) return [];
  const sent = firstCredentials(chat) ?? refusedExchange(chat, judged.value.provider.id);
  // With a model to fall back on, what fails before its first request does not say why.
  if (judged.value.fallback && !sent) return [];
  const own = sent?.filter((credential) => ownerOf(credential) === judged.value.provider.id) ?? [];
  const isDocumented = (credential: Credential) => {
    const place = placeOf(credential);
    return place !== null && expected.places.some((each) => isSamePlace(each, place));
  };
  const holds = expected.places.length === 0 ? own.length === 0 : sent?.every(isDocumented);
  if (holds) return [];
  const wanted = expected.places.map(describePlace).join(' or ') || 'nothing';
  return [
    {
      path: 'chat',
      reference: null,
      behaviour: `${credentialsHolder(sent)}, documented: ${expected.holder} (${expected.rule})`,
      detail: `chat sends ${credentialsText(sent)}, documented is ${wanted} (${expected.rule})`,
    },
  ];
}

/** The token that chat sent to the provider's issuer, where that refused to exchange it: no model was asked then. */
function refusedExchange({ requests }: Observation, id: ProviderId): readonly Credential[] | null {
  if (!providerOf(id).exchange) return null;
  const refused = requests.find(
    ({ purpose, status, credentials }) =>
      purpose === 'provider' && status >= 400 && credentials.some((each) => ownerOf(each) === id),
  );
  return refused?.credentials ?? null;
}

/**
 * Paths that send a key that a folder brought along, or the text beside a reference, on whatever request. It is held against every build (rule 3 of
 * the oracle).
 */
function ignoredSources({ observations }: Judged): Deviation[] {
  return observations.flatMap(({ path, requests }) => {
    const all = requests.flatMap(({ credentials }) => credentials);
    const sent = all.find(isOfWorkspace);
    const detail = `${path} sends ${sent && describeOrigin(sent)}, which a folder that OpenClaw is started in may not supply`;
    const beside = all.find((each) => placeOf(each)?.holder === 'plain beside');
    const text = `${path} sends ${beside && describeOrigin(beside)}, where a reference stands beside it`;
    return [
      ...(sent ? [{ path, reference: null, behaviour: 'a key of a workspace .env', detail }] : []),
      ...(beside ? [{ path, reference: null, behaviour: 'text beside a reference', detail: text }] : []),
    ];
  });
}

/** The AWS SDK's own order is the business of aws-default-chain. */
function isOfWorkspace(credential: Credential): boolean {
  const place = placeOf(credential);
  return (
    place?.holder === 'environment' &&
    place.variable.layer === 'workspace' &&
    providerOf(place.provider).credentials !== 'aws'
  );
}
