import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { HEARING } from './parts/hearing.ts';
import { SILENCE } from './parts/media.ts';
import { socketDrive } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

/**
 * A voice note that comes in with a turn over the WebSocket: it is transcribed before the turn.
 *
 * @source openclaw@2026.9.6:docs/nodes/audio.md
 */
export const inboundVoice: Path<'inbound-voice'> = {
  ...GATEWAY_TURN,
  ...HEARING,
  name: 'inbound-voice',
  drive: socketDrive('inbound-voice', 'Reply with OK.', [
    { type: 'audio', mimeType: 'audio/ogg', fileName: 'voice.ogg', content: SILENCE.toString('base64') },
  ]),
  missingIn: ({ version, traits }) =>
    traits.hearsBySocket ? null : `chat.send of openclaw ${version} takes no voice note`,
};
