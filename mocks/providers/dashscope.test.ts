import { getResponse } from 'msw';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { providerOf } from '../../generators/providers/catalog.ts';
import { providerStubs } from './provider-stub.ts';

const ORIGIN = 'https://dashscope-intl.aliyuncs.com';
const taskSchema = z.object({
  output: z.object({ task_id: z.string(), task_status: z.string(), video_url: z.string().optional() }),
});

it('a film is a task, which is asked after by the key, and a link that needs none', async () => {
  const stubs = providerStubs(
    providerOf('qwen'),
    async (_provider, request) => (request.headers.get('authorization') === 'Bearer good' ? null : 'another'),
    { answer: 'by-key', answeredRequests: 'every' },
  );
  const asked = (path: string, key: string | null, method = 'GET') =>
    getResponse(
      stubs,
      new Request(new URL(path, ORIGIN), {
        method,
        ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}),
      }),
    );
  const made = '/api/v1/services/aigc/video-generation/video-synthesis';
  expect((await asked(made, 'bad', 'POST'))?.status).toBe(401);
  const { output: begun } = taskSchema.parse(await (await asked(made, 'good', 'POST'))?.json());
  expect(begun.video_url).toBeUndefined();
  const task = `/api/v1/tasks/${begun.task_id}`;
  expect((await asked(task, 'bad'))?.status).toBe(401);
  const { output: done } = taskSchema.parse(await (await asked(task, 'good'))?.json());
  expect(done.task_status).toBe('SUCCEEDED');
  const film = await asked(done.video_url!, null);
  expect([film?.status, film?.headers.get('content-type')]).toEqual([200, 'video/mp4']);
});
