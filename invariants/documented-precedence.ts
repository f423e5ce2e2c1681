import type { Credential, FailureClass } from '../gateway/observation.ts';
import { credentialsHolder, credentialsKey, firstCredentials } from './behaviour.ts';
import { violationsOf } from './fingerprint.ts';
import { familyOf, type Law, observed } from './law.ts';
import { documentedCredential } from './precedence.ts';

/** Ends for another reason than the choice of a credential. */
const OTHER_REASONS: readonly FailureClass[] = [
  'bad-config',
  'refused-address',
  'cooldown',
  'unknown-model',
  'timed-out',
  'crashed',
];

/** Chat alone is held against the oracle: what the other paths send is compared with chat. */
export const documentedPrecedence: Law = {
  id: 'documented-precedence',
  sentence: 'the credential sent first is the one that the documented order selects for this version',
  source: 'invariants/precedence.ts names the section of each rule',
  check: (judged) => {
    const chat = observed(judged, 'chat');
    const expected = documentedCredential(judged.value, judged.version);
    if (!chat || !expected) return [];
    if (chat.outcome.kind === 'failure' && OTHER_REASONS.includes(chat.outcome.class)) return [];
    const sent = firstCredentials(chat);
    const own = sent?.filter(({ provider }) => provider === judged.value.provider.id) ?? [];
    const isDocumented = ({ place }: Credential) => place !== null && expected.places.includes(place);
    const holds = expected.places.length === 0 ? own.length === 0 : sent?.every(isDocumented);
    if (holds) return [];
    const wanted = expected.places.join(' or ') || 'nothing';
    return violationsOf('documented-precedence', familyOf(judged), [
      {
        path: 'chat',
        reference: null,
        pattern: `${credentialsHolder(sent)}, documented: ${expected.pattern} (${expected.rule})`,
        detail: `chat sends ${credentialsKey(sent)}, documented is ${wanted} (${expected.rule})`,
      },
    ]);
  },
};
