import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { imageGeneration } from './image-generation.ts';
import { PROMPT } from './parts/agent-turn.ts';
import type { Asked, CallMethod } from './parts/drive.ts';
import { NAMED_BY_SETTING } from './parts/models.ts';
import { sessionKeyOf } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

const SESSION = 'pictures';
const POLL_MS = 300;

const invokedSchema = z.object({
  ok: z.boolean(),
  output: z.looseObject({ content: z.array(z.looseObject({ text: z.string().optional() })) }).optional(),
  error: z.looseObject({ message: z.string() }).optional(),
});
const taskSchema = z.looseObject({
  status: z.string(),
  error: z.string().optional(),
  terminalSummary: z.string().optional(),
});
const tasksSchema = z.object({ tasks: z.array(taskSchema) });

/**
 * A picture that the tool of an agent makes in the background of a session, as a task.
 *
 * @source openclaw@2026.9.6:docs/tools/image-generation.md ("In chat sessions it runs asynchronously");
 *   openclaw@2026.7.1-2:docs/gateway/protocol.md (`tools.invoke`, `tasks.list`)
 */
export const imageGenerationTool: Path<'image-generation-tool'> = {
  ...imageGeneration,
  name: 'image-generation-tool',
  drive: {
    command: (asked) => ['gateway', 'call', 'tools.invoke', '--params', JSON.stringify(paramsOf(asked))],
    asksAgent: () => true,
    door: (asked) => ({ by: 'socket', ask: (call) => madeInBackground(call, asked) }),
  },
  model: { of: 'setting', own: 'image-generation', ...NAMED_BY_SETTING },
  missingIn: ({ version, traits }) =>
    traits.listsTasks ? null : `openclaw ${version} does not say how a task of a session ended`,
  needs: {
    gateway: 'image-generation-tool',
    settings: (model) => ({ agentDefaults: { imageGenerationModel: { primary: model } } }),
  },
  wakesAgent: true,
  exceptedAs: imageGeneration,
  onlyLane: 'gateway',
};

function paramsOf({ agent }: Asked): Readonly<Record<string, unknown>> {
  return { name: 'image_generate', args: { prompt: PROMPT }, sessionKey: sessionKeyOf(agent, SESSION) };
}

async function madeInBackground(call: CallMethod, asked: Asked): Promise<string> {
  const params = paramsOf(asked);
  const { ok, output, error } = invokedSchema.parse(await call('tools.invoke', params));
  const said = error?.message ?? output?.content.map(({ text }) => text ?? '').join('\n') ?? '';
  if (!ok) return said;
  for (;;) {
    const { tasks } = tasksSchema.parse(await call('tasks.list', { sessionKey: params.sessionKey }));
    const [task] = tasks;
    if (!task) return said;
    if (task.status === 'completed') return 'OK';
    if (task.status !== 'queued' && task.status !== 'running')
      return task.error ?? task.terminalSummary ?? task.status;
    await wait(POLL_MS);
  }
}
