import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { PROMPT } from './parts/agent-turn.ts';
import type { Asked, CallMethod } from './parts/drive.ts';
import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { TURNS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

const NAME = 'conformance';
const POLL_MS = 300;
/** The run that a person asks for. */
const RUN = { id: '<the id that cron.add gave>', mode: 'force' };

/** Returned bare, or in what a build says of it. */
const addedSchema = z.union([
  z.object({ id: z.string() }),
  z.object({ job: z.object({ id: z.string() }) }).transform(({ job }) => job),
]);
const jobsSchema = z.object({ jobs: z.array(z.object({ id: z.string(), name: z.string() })) });
/** With the times by which a build tells it from the run before. */
const runSchema = z.looseObject({
  status: z.string().optional(),
  summary: z.string().optional(),
  error: z.unknown().optional(),
});
const runsSchema = z.object({ entries: z.array(runSchema) });

/**
 * A turn that an automation takes, in a session of its own.
 *
 * @source openclaw@2026.9.6:docs/automation/cron-jobs/managing-jobs.md,
 *   openclaw@2026.9.6:docs/gateway/protocol/rpc-devices-nodes-and-approvals.md (`cron.add`, `cron.run`, `cron.runs`)
 */
export const cronJob: Path<'cron-job'> = {
  ...GATEWAY_TURN,
  name: 'cron-job',
  drive: {
    commandOnce: (asked) => ['gateway', 'call', 'cron.add', '--params', JSON.stringify(jobOf(asked))],
    command: () => ['gateway', 'call', 'cron.run', '--params', JSON.stringify(RUN)],
    asksAgent: () => true,
    door: (asked) => ({ by: 'socket', ask: (call) => runOnce(call, asked) }),
  },
  // Isolated jobs are given the model of subagents where they name none (#11474).
  model: { ...TURNS_MODEL, namedBesides: 'job', givenBy: 'subagents' },
};

function jobOf({ agent, namedModel }: Asked): Readonly<Record<string, unknown>> {
  return {
    name: NAME,
    agentId: agent,
    schedule: { kind: 'every', everyMs: 86_400_000 },
    sessionTarget: 'isolated',
    wakeMode: 'now',
    payload: { kind: 'agentTurn', message: PROMPT, ...(namedModel ? { model: namedModel } : {}) },
    delivery: { mode: 'none' },
  };
}

/** Runs the job, which is added first where the home has none of this name yet: a job is one that fires again and again. */
async function runOnce(call: CallMethod, asked: Asked): Promise<string> {
  const { jobs } = jobsSchema.parse(await call('cron.list', {}));
  const known = jobs.find(({ name }) => name === NAME);
  const { id } = known ?? addedSchema.parse(await call('cron.add', jobOf(asked)));
  const before = await lastRun(call, id);
  await call('cron.run', { id, mode: 'force' });
  for (;;) {
    const run = await lastRun(call, id);
    if (run && !isDeepStrictEqual(run, before))
      return run.status === 'ok' ? (run.summary ?? '') : String(run.error ?? run.status);
    await wait(POLL_MS);
  }
}

async function lastRun(call: CallMethod, id: string): Promise<z.infer<typeof runSchema> | undefined> {
  return runsSchema.parse(await call('cron.runs', { id, limit: 1 })).entries[0];
}
