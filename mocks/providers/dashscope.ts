/** Alibaba's DashScope: OpenAI's API, and films, which it makes as tasks that are asked after. */
import { http } from 'msw';
import type { Dialect } from './dialect.ts';
import { video } from './generated-media.ts';
import { openaiCompatible } from './openai-compatible.ts';

const compatible = openaiCompatible('openai');
const FILM = '/api/v1/files/film.mp4';
const task = { task_id: 'task_stub', task_status: 'SUCCEEDED' };

/** @source DashScope API reference, "Text-to-video"; the paths are those that the plugin qwen asks (openclaw 2026.4.24, its plugin 2026.9.4) */
export const dashScope: Dialect = {
  ...compatible,
  model: [
    {
      url: '*/api/v1/services/aigc/video-generation/video-synthesis',
      // It lies below no API of another.
      hasWholePath: true,
      answer: () =>
        Response.json({ request_id: 'request_stub', output: { ...task, task_status: 'PENDING' } }),
    },
    ...compatible.model,
  ],
  // A link to a film needs no key.
  open: [{ url: `*${FILM}`, answer: video }],
  others: [
    http.get('*/api/v1/tasks/:id', ({ request }) =>
      Response.json({ output: { ...task, video_url: new URL(FILM, request.url).href } }),
    ),
    ...compatible.others,
  ],
};
