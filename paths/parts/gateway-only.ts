/** The fields that paths have in common which a running gateway alone can drive. */
import type { Path } from '../path.ts';
import { readText } from './answers.ts';
import { nowhere } from './missing.ts';
import { TURNS_MODEL } from './models.ts';

export const GATEWAY_TURN = {
  onlyLane: 'gateway',
  model: TURNS_MODEL,
  servedBy: 'every provider',
  missingIn: nowhere,
  needs: {},
  turn: null,
  readEnd: readText,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
} as const satisfies Omit<Path, 'name' | 'drive'>;
