/** A method by which a running gateway reports on credentials: it asks no model. */
import type { z } from 'zod';
import type { Health, Status } from '../../observation/status.ts';
import { textOfEnd } from './answers.ts';
import type { CommandEnd, HostAnswer } from './command-end.ts';
import type { CallMethod } from './drive.ts';
import { failureOf } from './failure.ts';
import { GATEWAY_TURN } from './gateway-only.ts';
import { lastJson } from './last-json.ts';
import { CHATS_MODEL } from './models.ts';

interface GatewayReport<Answer> {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Answer>;
  /** The credentials of a provider according to an answer; null: it says nothing of them. */
  statusIn(answer: Answer, provider: string): Status | null;
  /** Its words for the health of stored profiles; absent: it has none. */
  healthIn?(answer: Answer, provider: string): Health;
}

/** The fields of a path that is such a method. */
export function gatewayReport<Answer>(report: GatewayReport<Answer>) {
  const { method, params, answer, statusIn, healthIn } = report;
  const read = (text: string): Answer | undefined => answer.safeParse(lastJson(text)).data;
  return {
    ...GATEWAY_TURN,
    drive: {
      command: () => ['gateway', 'call', method, '--params', JSON.stringify(params)],
      asksAgent: () => false,
      door: () => ({
        by: 'socket' as const,
        ask: async (call: CallMethod) => JSON.stringify(await call(method, params)),
      }),
    },
    model: CHATS_MODEL,
    readEnd: (end: CommandEnd, answers: readonly HostAnswer[]) =>
      end.exitCode === 0 && read(end.stdout)
        ? ({ kind: 'answer' } as const)
        : failureOf(textOfEnd(end), answers),
    readReport(stdout: string, provider: string) {
      const said = read(stdout);
      if (!said) return { probe: null, status: null };
      const health = healthIn?.(said, provider);
      return { probe: null, status: statusIn(said, provider), ...(health ? { health } : {}) };
    },
    comparedFrom: null,
  };
}
