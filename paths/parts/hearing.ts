/** The fields that paths have in common whose attachment is a voice note. */
import type { Path } from '../path.ts';

export const HEARING = {
  model: { of: 'setting', own: 'audio', namedBy: ['entries'], hasFallback: true },
  servedBy: { medium: 'audio' },
  medium: 'audio',
  inbound: { isIn: null, readBy: 'own request' },
} as const satisfies Partial<Path>;
