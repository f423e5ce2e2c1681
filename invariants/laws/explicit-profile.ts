/** The profile that chat's model names, a part of explicit-choice. */
import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import { replacesAuth } from '../../generators/axes/entry-request.ts';
import type { Case } from '../../generators/case.ts';
import { profileOfCredential } from '../../observation/credential.ts';
import { credentialsHolder, credentialsText, firstCredentials } from '../behaviour.ts';
import { type Judged, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import type { Deviation } from '../violation.ts';
import { isReadByAll } from '../waiting-profiles.ts';
import { isPresent } from './present-profile.ts';

/** Whether something else of the setup says which credential is sent, and no document which of the two wins. */
function isLeftOpen({ chatProfile, provider: { entry, order } }: Case): boolean {
  const isKeyMeant = entry?.auth === 'api-key' && entry.apiKey !== null;
  const isOmitted = order !== null && chatProfile !== null && !order.names.includes(chatProfile);
  return Boolean(entry?.header || entry?.authHeader) || isKeyMeant || isOmitted;
}

/** The paths that resolve the configured model of chat. */
const PATHS = ['chat', 'completion'] as const;

/** The id of the profile that the documents promise to be asked; null where they promise none. */
export function promisedProfile({ value, version }: Judged): string | null {
  const { provider } = value;
  const profile = provider.profiles.find(({ name }) => name === value.chatProfile);
  if (!profile || !isPresent(profile) || !isPromised('models/profile-of-model', version)) return null;
  const isOpen = !isReadByAll(value, provider) || replacesAuth(provider) || isLeftOpen(value);
  return isOpen ? null : profileOfChat(value);
}

/** Paths that send first another credential than that of the profile that their model names, where it can be used. */
export function againstChatProfile(judged: Judged): Deviation[] {
  const { provider } = judged.value;
  const named = promisedProfile(judged);
  if (!named) return [];
  return PATHS.flatMap((path) => {
    const observation = observed(judged, path);
    if (observation?.model.provider !== provider.id) return [];
    const sent = firstCredentials(observation);
    if (!sent || sent.some((credential) => profileOfCredential(credential) === named)) return [];
    return [
      {
        path,
        reference: null,
        behaviour: `${credentialsHolder(sent)} in place of the profile that its model names`,
        detail: `${path} sends ${credentialsText(sent)}, its model names ${named}`,
      },
    ];
  });
}
