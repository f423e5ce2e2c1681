/**
 * A key for speech alone: `apiKey` of the chat provider's own settings for speech. It is another secret than the
 * provider's, and no other path may use it.
 *
 * @source openclaw@2026.9.6:docs/tools/tts.md (`messages.tts.providers.<id>.apiKey`, from 2026.8.1 on
 *   `tts.providers.<id>.apiKey`)
 */
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';
import { type SpeechSecret, speechSecretArbitrary, speechSecretSchema } from './secret.ts';

export const speechKey = axis({
  meaning:
    "A secret of speech alone (tts.providers.<id>.apiKey of the chat's provider), which no other path may use; null: none.",
  schema: speechSecretSchema.nullable(),
  usual: null,
  since: 6,
  arbitrary: rarely(speechSecretArbitrary),
});

interface SpeechOfCase {
  readonly speechKey: SpeechSecret | null;
  readonly provider: { readonly id: ProviderId };
}

/** The key of speech and whose it is; null where there is none, or the chat's provider does not speak. */
export function speechKeyOf({
  speechKey,
  provider,
}: SpeechOfCase): { readonly provider: ProviderId; readonly secret: SpeechSecret } | null {
  if (!speechKey || !providerOf(provider.id).ownModels?.speech) return null;
  return { provider: provider.id, secret: speechKey };
}
