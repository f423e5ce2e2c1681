import { agentTurn, PROMPT } from './parts/agent-turn.ts';
import { readText } from './parts/answers.ts';
import { nowhere } from './parts/missing.ts';
import { TURNS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/** A turn of an agent: the path that the others are compared with. */
export const chat: Path<'chat'> = {
  name: 'chat',
  drive: agentTurn(PROMPT),
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
  isRepresentative: true,
};
