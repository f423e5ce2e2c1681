import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { picture } from './parts/pictures.ts';
import { socketDrive } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

const PICTURE = picture(60);

/**
 * A picture that comes in with a turn whose model takes text alone: the image model describes it.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("`agents.defaults.imageModel` is used only when the primary model
 *   cannot accept images"), openclaw@2026.9.6:docs/nodes/media-understanding.md
 */
export const describedImage: Path<'described-image'> = {
  ...GATEWAY_TURN,
  name: 'described-image',
  drive: socketDrive('described-image', 'Describe the picture, and reply with OK.', [
    {
      type: 'image',
      mimeType: 'image/png',
      fileName: 'photo.png',
      content: PICTURE.content.toString('base64'),
    },
  ]),
  model: { of: 'setting', own: 'image', namedBy: ['entries', 'image-model'], hasFallback: true },
  servedBy: { medium: 'image' },
  isForBlindChat: true,
  medium: 'image',
  inbound: { isIn: PICTURE.isIn, readBy: 'own request' },
};
