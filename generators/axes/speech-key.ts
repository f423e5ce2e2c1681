/**
 * A key for speech alone: `apiKey` of the chat provider's own settings for speech. It is another secret than the
 * provider's, and no other path may use it.
 *
 * @source openclaw@2026.9.6:docs/tools/tts.md (`messages.tts.providers.<id>.apiKey`, from 2026.8.1 on
 *   `tts.providers.<id>.apiKey`)
 */
import type fc from 'fast-check';
import type { Case } from '../case.ts';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { rarely } from './rarely.ts';
import { type SpeechSecret, speechSecretArbitrary } from './secret.ts';

/** Rarely one. */
export const speechKeyArbitrary: fc.Arbitrary<SpeechSecret | null> = rarely(speechSecretArbitrary);

/** The key of speech and whose it is; null where there is none, or the chat's provider does not speak. */
export function speechKeyOf({
  speechKey,
  provider,
}: Case): { readonly provider: ProviderId; readonly secret: SpeechSecret } | null {
  if (!speechKey || !providerOf(provider.id).ownModels?.speech) return null;
  return { provider: provider.id, secret: speechKey };
}
