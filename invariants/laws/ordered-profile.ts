import { ownerOf, profileOfCredential } from '../../observation/credential.ts';
import { firstCredentials } from '../behaviour.ts';
import type { SentProfile } from '../facts/facts.ts';
import { factsOf } from '../facts/facts-of.ts';
import { type GeneralLaw, type JudgedAny, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * The order of profiles in a home, for its turns. Judged on the first request of a turn that sends a profile,
 * and not in a session that its user pinned to one.
 */
export const orderedProfile: GeneralLaw = {
  id: 'ordered-profile',
  sentence:
    'a turn sends no profile that the order leaves out or puts later, nor one that rests, while another can be used',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md ("Rotation order": stored order, then auth.order; cooldown and disabled profiles are moved to the end)',
  judges: (judged) => rulesFor(judged) !== null,
  check: (judged) => {
    const rules = rulesFor(judged);
    const deviation = rules && deviationFrom(rules);
    return violationsOf('ordered-profile', factsOf(judged).family, deviation ? [deviation] : []);
  },
};

/** The rules for the profile that chat sends first; null where it sends none, or its user chose one for the session. */
function rulesFor(judged: JudgedAny): SentProfile | null {
  const chat = observed(judged, 'chat');
  const sent = chat && firstCredentials(chat)?.find(({ kind }) => kind === 'secret');
  const profile = sent ? profileOfCredential(sent) : null;
  const isOwn = chat && sent && ownerOf(sent) === chat.model.provider;
  const rules = isOwn && profile ? factsOf(judged).sentProfile(chat.model.provider, profile) : null;
  return rules?.isPinned ? null : rules;
}

function deviationFrom(sent: SentProfile): Deviation | null {
  const { id, order, usable } = sent;
  const [first] = order ? order.filter((each) => usable.includes(each)) : usable;
  const behaviour = behaviourOf(sent, first);
  if (first === undefined || behaviour === null) return null;
  const inOrder = order ? `, first of ${order.join(', ')}` : '';
  const detail = `chat sends profile ${id}: ${behaviour}, while ${first} can be used${inOrder}`;
  return { path: 'chat', reference: null, behaviour, detail };
}

function behaviourOf({ id, order, resting, types }: SentProfile, first: string | undefined): string | null {
  if (resting.includes(id)) return 'a resting profile is asked';
  if (!order) return null;
  if (!order.includes(id)) return 'a profile that the order leaves out is asked';
  // A route may take a subscription and no key, or the other way round.
  return id === first || types[id] !== types[first ?? ''] ? null : 'a later profile is asked';
}
