import path from 'node:path';
import { readText } from './parts/answers.ts';
import { byCommand, inferTakesAgent, ofAgent } from './parts/drive.ts';
import { SILENCE, whereProgramsAreRemembered } from './parts/media.ts';
import { beforeInfer } from './parts/missing.ts';
import type { Path } from './path.ts';

/** A transcript of a voice (openclaw@2026.9.6:docs/cli/infer.md, `audio transcribe`). */
export const audio: Path<'audio'> = {
  name: 'audio',
  drive: {
    command: (asked, media) => [
      'infer',
      'audio',
      'transcribe',
      '--file',
      path.join(media, 'voice.wav'),
      ...byCommand(asked),
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: inferTakesAgent,
    file: { name: 'voice.wav', content: SILENCE },
    needsFreshProcess: whereProgramsAreRemembered,
  },
  model: { of: 'setting', own: 'audio', namedBy: ['entries', 'command'], hasFallback: true },
  servedBy: { medium: 'audio' },
  missingIn: beforeInfer('audio'),
  needs: {},
  turn: null,
  readEnd: readText,
  readReport: null,
  medium: 'audio',
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
