import { type AuthProfile, hasEnded } from '../../generators/axes/auth-profile.ts';
import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import { replacesAuth } from '../../generators/axes/entry-request.ts';
import { declaresSome } from '../../generators/axes/listed-profiles.ts';
import { isForWantOfCredit } from '../../generators/axes/provider-answer.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { idOfProfile, providerOf } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { hasUsualKey } from '../../generators/usual-key.ts';
import {
  areSameCredentials,
  isSubscriptionToken,
  ownerOf,
  profileOfCredential,
} from '../../observation/credential.ts';
import type { WireRequest } from '../../observation/request.ts';
import { credentialsHolder, credentialsText, outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { fallenBackStrictly, isRefusedForGood, notFallenBack, type Refused } from './fallback-owed.ts';
import { notFollowed, refusedEntries } from './next-entry.ts';
import { failedMemory, memoryNotFallenBack } from './next-memory.ts';

/**
 * Judges with what, and whom, a path asks again, not how often or after how long, and only where the documents of the
 * build say so.
 */
export const afterRefusal: Law = {
  id: 'after-refusal',
  sentence:
    'after a refusal the next request has the credential, and goes to the model, that the documents name',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md ("Cooldowns", "Billing disables", "Model fallback", "Which errors advance fallback"); openclaw@2026.9.6:docs/nodes/audio.md (no second upload); openclaw@2026.9.6:docs/nodes/media-understanding.md (an entry that fails is followed by the next); openclaw@2026.9.6:docs/reference/memory-config.md (`fallback`: "when the primary fails")',
  judges: (judged) =>
    [...TURNS, 'audio' as const].some((path) => refused(judged, path)) ||
    refusedEntries(judged).length > 0 ||
    failedMemory(judged) !== null,
  check: (judged) => {
    const [chat, audio] = [refused(judged, 'chat'), refused(judged, 'audio')];
    return violationsOf('after-refusal', familyOf(judged), [
      ...(chat ? [...rotated(judged, chat), ...notRotated(judged, chat)] : []),
      ...memoryNotFallenBack(judged),
      ...TURNS.flatMap((path) => {
        const turn = isOfAgentsModel(judged, path) ? refused(judged, path) : null;
        return turn ? [...notFallenBack(judged, turn), ...fallenBackStrictly(judged, turn)] : [];
      }),
      ...(audio ? uploadedAgain(judged, audio) : []),
      ...notFollowed(judged, hasUsualKey(judged.value.otherProvider)),
    ]);
  },
};

/** Turns that ask the model of their agent, with the models that it falls back on. */
const TURNS = ['chat', 'http-responses', 'socket-chat', 'telegram-text'] as const;
type Turn = (typeof TURNS)[number];

/** Whether no model is picked for a turn, which would be a strict choice. */
function isOfAgentsModel({ value }: Judged, path: Turn): boolean {
  return path === 'chat' || value.sessionModel === null;
}

function refused(judged: Judged, path: Turn | 'audio'): Refused | null {
  const observation = observed(judged, path);
  const setup = setupsOf(judged.value).find(({ id }) => id === observation?.model.provider);
  const [first, ...later] = (observation?.requests ?? []).filter(
    ({ purpose }) => purpose === 'model' || purpose === 'fallback',
  );
  const isRefused =
    first?.purpose === 'model' && (first.status >= 400 || (path !== 'audio' && endsTurn(setup, first)));
  if (!observation || !setup || !isRefused || setup.answeredRequests !== 'every') return null;
  return { observation, setup, first, later };
}

/** Whether a turn cannot go on with an answer that is no refusal. */
function endsTurn(setup: ProviderSetup | undefined, { status }: WireRequest): boolean {
  return status === 0 || ['malformed', 'broken-off', 'empty'].includes(setup?.answer ?? '');
}

/** A request that was refused for its form is refused with any credential. */
function rotated({ version }: Judged, { observation, setup, first, later }: Refused): Deviation[] {
  if (setup.answer !== 'bad-request' || !isPromised('model-failover/format-errors-are-terminal', version))
    return [];
  const other = later.find(
    ({ purpose, credentials }) => purpose === 'model' && !areSameCredentials(credentials, first.credentials),
  );
  if (!other) return [];
  return [
    {
      path: observation.path,
      reference: null,
      behaviour: `${credentialsHolder(other.credentials)} after a bad request`,
      detail: `${observation.path} sends ${credentialsText(other.credentials)} after a request that was refused for its form`,
    },
  ];
}

/** The profiles of a provider are tried one after the other, before another model is. */
function notRotated({ value, version }: Judged, { observation, setup, first, later }: Refused): Deviation[] {
  // No document says whether a profile that the configured model names may be followed by another.
  if (profileOfChat(value)) return [];
  const promise = isForWantOfCredit(setup.answer) ? 'next-after-billing' : 'next-after-auth';
  if (!isPromised(`model-failover/${promise}`, version) || !isRefusedForGood(setup, first)) return [];
  const tried = first.credentials.map(profileOfCredential);
  const next = usableProfiles(setup).filter((id) => !tried.includes(id));
  if (!tried.some((id) => id !== null) || next.length === 0) return [];
  const end = later.findIndex(({ purpose }) => purpose === 'fallback');
  const own = later.slice(0, end < 0 ? later.length : end);
  const isTried = own.some(({ credentials }) =>
    credentials.some((each) => next.includes(profileOfCredential(each) ?? '')),
  );
  if (isTried) return [];
  const instead = end < 0 ? outcomeText(observation) : 'another model';
  return [
    {
      path: observation.path,
      reference: null,
      behaviour: `${instead} in place of the next profile`,
      detail: `${observation.path} was refused with ${credentialsText(first.credentials)}, and ${next.join(' and ')} was not tried: ${instead}`,
    },
  ];
}

/** Profiles that nothing speaks against but that they come later. A key of the entry has an order of its own. */
function usableProfiles(setup: ProviderSetup): string[] {
  const { id, profiles, order, entry } = setup;
  if (replacesAuth(setup) || declaresSome(setup)) return [];
  if (entry && (entry.apiKey || entry.auth || entry.header || entry.authHeader)) return [];
  const isListed = ({ name }: AuthProfile) => order === null || order.names.includes(name);
  return profiles
    .filter((profile) => isListed(profile) && isSurelyAccepted(profile))
    .map(({ name }) => idOfProfile(id, name));
}

function isSurelyAccepted(profile: AuthProfile): boolean {
  const { type, secret, cooldown } = profile;
  const isPlain = secret.source === 'inline' && secret.holds === 'live' && secret.shape === 'plain';
  return type !== 'oauth' && isPlain && cooldown === 'none' && !hasEnded(profile);
}

/** A recording goes to one provider, with one class of credential; lists of models keep their own order. */
function uploadedAgain(
  { value, version }: Judged,
  { observation, setup, first, later }: Refused,
): Deviation[] {
  // The document says it of a provider that takes keys and subscriptions.
  const isOfBoth = providerOf(setup.id).subscription !== undefined;
  if (value.mediaSelection !== 'automatic' || !isOfBoth || !isPromised('audio/no-second-upload', version))
    return [];
  const classOf = ({ credentials }: WireRequest) =>
    credentials.map((each) => `${ownerOf(each)} ${isSubscriptionToken(each)}`).join();
  const other = later.find((request) => classOf(request) !== classOf(first));
  if (!other) return [];
  const { path } = observation;
  const behaviour = `${credentialsHolder(other.credentials)} after a failed upload`;
  return [
    {
      path,
      reference: null,
      behaviour,
      detail: `${path} sends ${credentialsText(other.credentials)} after an upload that failed`,
    },
  ];
}
