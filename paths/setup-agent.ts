import { z } from 'zod';
import type { Outcome } from '../observation/outcome.ts';
import { chat } from './chat.ts';
import { textOfEnd } from './parts/answers.ts';
import type { CommandEnd, HostAnswer } from './parts/command-end.ts';
import { failureOf } from './parts/failure.ts';
import { lastJson } from './parts/last-json.ts';
import { CHATS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/** Printed when the agent has started. */
const overviewSchema = z.object({ defaultModel: z.string() });

/**
 * The start of the agent that sets OpenClaw up. It starts only after the default model has answered a turn that the build
 * takes by itself, with credentials that code of its own prepares.
 *
 * @source openclaw@2026.9.6:docs/cli/openclaw.md ("live-tests the configured default model. A passing turn starts OpenClaw")
 */
export const setupAgent: Path<'setup-agent'> = {
  name: 'setup-agent',
  drive: {
    command: () => ['setup', '--json'],
    // It tests the model of the default agent.
    asksAgent: () => false,
  },
  model: CHATS_MODEL,
  servedBy: 'every provider',
  missingIn: ({ version, traits }) =>
    traits.testsBeforeSetup ? null : `setup of openclaw ${version} asks no model first`,
  needs: {},
  // 2026.9.6 asks ten times, for one to two minutes, whatever the retries of the home are set to.
  asksAgainAfter: [
    'rate-limited',
    'retry-later',
    'server-error',
    'overloaded',
    'timed-out',
    'client-closed',
    'gateway-page',
    'broken-off',
  ],
  turn: null,
  readEnd: readOverview,
  readReport: null,
  medium: null,
  sharesCode: { with: chat, when: 'alone' },
  comparedFrom: 'first',
  isRepresentative: false,
};

function readOverview(end: CommandEnd, answers: readonly HostAnswer[]): Outcome {
  const hasStarted = end.exitCode === 0 && overviewSchema.safeParse(lastJson(end.stdout)).success;
  return hasStarted ? { kind: 'answer' } : failureOf(textOfEnd(end), answers);
}
