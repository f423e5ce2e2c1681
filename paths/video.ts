import path from 'node:path';
import { audio } from './audio.ts';
import { readText } from './parts/answers.ts';
import { byCommand, inferTakesAgent, ofAgent } from './parts/drive.ts';
import { SILENCE, whereProgramsAreRemembered } from './parts/media.ts';
import { beforeInfer } from './parts/missing.ts';
import type { Path } from './path.ts';

/** A description of a clip (openclaw@2026.9.6:docs/cli/infer.md, `video describe`). */
export const video: Path<'video'> = {
  name: 'video',
  drive: {
    command: (asked, media) => [
      'infer',
      'video',
      'describe',
      '--file',
      path.join(media, 'clip.mp4'),
      ...byCommand(asked),
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: inferTakesAgent,
    file: { name: 'clip.mp4', content: SILENCE },
    needsFreshProcess: whereProgramsAreRemembered,
  },
  model: { of: 'setting', own: null, namedBy: ['entries', 'command'], hasFallback: true },
  servedBy: { medium: 'video' },
  missingIn: beforeInfer('video'),
  needs: {},
  turn: null,
  readEnd: readText,
  readReport: null,
  medium: 'video',
  sharesCode: { with: audio, when: 'always' },
  comparedFrom: 'first',
  isRepresentative: false,
};
