/** The profile that chat's model names, a part of explicit-choice. */
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import { replacesAuth } from '../../generators/axes/entry-request.ts';
import type { Case } from '../../generators/case.ts';
import { profileOfCredential } from '../../observation/credential.ts';
import { credentialsHolder, credentialsText, firstCredentials, outcomeText } from '../behaviour.ts';
import { type Judged, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import type { Deviation } from '../violation.ts';
import { isReadByAll } from '../waiting-profiles.ts';
import { isPresent } from './present-profile.ts';
import { passesOver } from './unobstructed.ts';

/** Whether something else in the setup also selects a credential, and no document says which of the two wins. */
function isLeftOpen({ chatProfile, provider: { entry, order } }: Case): boolean {
  const isKeyMeant = entry?.auth === 'api-key' && entry.apiKey !== null;
  const isOmitted = order !== null && chatProfile !== null && !order.names.includes(chatProfile);
  return Boolean(entry?.header || entry?.authHeader) || isKeyMeant || isOmitted;
}

/** The paths that resolve the configured model of chat. */
const PATHS = ['chat', 'completion'] as const;

/** The profile that the documents promise to be asked; null where they promise none. */
export function promisedProfile({ value, version }: Judged): AuthProfile | null {
  const { provider } = value;
  const profile = provider.profiles.find(({ name }) => name === value.chatProfile);
  if (!profile || !isPresent(profile) || !isPromised('models/profile-of-model', version)) return null;
  const isOpen = !isReadByAll(value, provider) || replacesAuth(provider) || isLeftOpen(value);
  return isOpen || profileOfChat(value) === null ? null : profile;
}

/**
 * Paths that send first another credential than that of the profile that their model names, where it can be used, or end for want
 * of one.
 */
export function againstChatProfile(judged: Judged): Deviation[] {
  const { value } = judged;
  const { provider } = value;
  const profile = promisedProfile(judged);
  if (!profile) return [];
  const named = profileOfChat(value);
  return PATHS.flatMap((path) => {
    const observation = observed(judged, path);
    if (observation?.model.provider !== provider.id) return [];
    const sent = firstCredentials(observation);
    const isUsed = sent?.some((credential) => profileOfCredential(credential) === named);
    if (isUsed || (!sent && !passesOver(judged, observation, profile))) return [];
    const end = sent ? credentialsHolder(sent) : outcomeText(observation);
    const did = sent ? `sends ${credentialsText(sent)}` : `ends with ${outcomeText(observation)}`;
    return [
      {
        path,
        reference: null,
        behaviour: `${end} in place of the profile that its model names`,
        detail: `${path} ${did}, its model names ${named}`,
      },
    ];
  });
}
