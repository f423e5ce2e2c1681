import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { picture } from './parts/pictures.ts';
import { socketDrive } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

const PICTURE = picture(40);

/**
 * A picture that comes in with a turn, for a model that sees.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md ("passes the original image into the model directly")
 */
export const inboundImage: Path<'inbound-image'> = {
  ...GATEWAY_TURN,
  name: 'inbound-image',
  drive: socketDrive('inbound-image', 'Look at the picture, and reply with OK.', [
    {
      type: 'image',
      mimeType: 'image/png',
      fileName: 'photo.png',
      content: PICTURE.content.toString('base64'),
    },
  ]),
  servedBy: { medium: 'image' },
  inbound: { isIn: PICTURE.isIn, readBy: 'turn' },
};
