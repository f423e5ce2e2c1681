/** MiniMax: Anthropic's Messages API, and endpoints of its own for vision, pictures, speech and web search. */
import { anthropicMessages } from './anthropic-messages.ts';
import { ANSWER_TEXT, type Dialect } from './dialect.ts';
import { HEXADECIMAL, PNG } from './generated-media.ts';

const base_resp = { status_code: 0, status_msg: '' };

/** @source MiniMax API reference; the paths are those that openclaw 2026.4.24 asks */
export const miniMax: Dialect = {
  ...anthropicMessages,
  model: [
    {
      url: '*://:host/v1/coding_plan/vlm',
      hasWholePath: true,
      answer: () => Response.json({ base_resp, content: ANSWER_TEXT }),
    },
    {
      url: '*://:host/v1/image_generation',
      hasWholePath: true,
      answer: () => Response.json({ base_resp, data: { image_base64: [PNG] } }),
    },
    {
      url: '*://:host/v1/t2a_v2',
      hasWholePath: true,
      answer: () => Response.json({ base_resp, data: { audio: HEXADECIMAL, status: 2 } }),
    },
    {
      url: '*://:host/v1/coding_plan/search',
      hasWholePath: true,
      answer: () =>
        Response.json({
          base_resp,
          organic: [{ title: ANSWER_TEXT, link: 'https://example.com/', snippet: ANSWER_TEXT }],
        }),
    },
    ...anthropicMessages.model,
  ],
};
