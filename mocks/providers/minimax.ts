/** MiniMax: Anthropic's Messages API, and endpoints of its own for vision, pictures and speech. */
import { anthropicMessages } from './anthropic-messages.ts';
import { ANSWER_TEXT, type Dialect } from './dialect.ts';
import { HEXADECIMAL, PNG } from './generated-media.ts';

const base_resp = { status_code: 0, status_msg: '' };

/** @source MiniMax API reference; the paths are those that openclaw 2026.4.24 asks */
const OWN_ANSWERS: Readonly<Record<string, object>> = {
  '/v1/coding_plan/vlm': { base_resp, content: ANSWER_TEXT },
  '/v1/image_generation': { base_resp, data: { image_base64: [PNG] } },
  '/v1/t2a_v2': { base_resp, data: { audio: HEXADECIMAL, status: 2 } },
};

export const miniMax: Dialect = {
  ...anthropicMessages,
  isModelCall: (url) => url.pathname in OWN_ANSWERS || anthropicMessages.isModelCall(url),
  answer(request) {
    const own = OWN_ANSWERS[new URL(request.url).pathname];
    return own ? Response.json(own) : anthropicMessages.answer(request);
  },
};
