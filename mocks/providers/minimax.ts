/** MiniMax: Anthropic's Messages API, and a vision endpoint of its own (`/v1/coding_plan/vlm`). */
import { anthropicMessages } from './anthropic-messages.ts';
import { ANSWER_TEXT, type Dialect } from './dialect.ts';

const VISION = '/v1/coding_plan/vlm';

export const miniMax: Dialect = {
  ...anthropicMessages,
  isModelCall: (url) => url.pathname === VISION || anthropicMessages.isModelCall(url),
  answer: (request) =>
    new URL(request.url).pathname === VISION
      ? Response.json({ base_resp: { status_code: 0, status_msg: '' }, content: ANSWER_TEXT })
      : anthropicMessages.answer(request),
};
