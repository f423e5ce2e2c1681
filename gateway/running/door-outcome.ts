/** The outcome of a door of a gateway: an answer, or a failure with its class. */
import { z } from 'zod';
import type { Outcome } from '../../observation/outcome.ts';
import type { WireRequest } from '../../observation/request.ts';
import { failureOf } from '../../paths/parts/failure.ts';
import { failureClass } from '../../paths/parts/failure-class.ts';
import type { AnyPath } from '../../paths/paths.ts';
import { jsonOrNull } from '../../support/json-or-null.ts';
import type { DoorEnd } from './door-end.ts';
import type { GatewayStart } from './gateway-process.ts';

const chatSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});
const responsesSchema = z.object({
  output: z.array(z.object({ content: z.array(z.object({ text: z.string().nullish() })).nullish() })),
});
const embeddingsSchema = z.object({
  data: z.array(z.object({ embedding: z.union([z.string().min(1), z.array(z.number()).min(1)]) })).min(1),
});
/** The result of a tool, which tells a failure of its own in its text, as JSON. */
const invokedSchema = z.object({
  ok: z.literal(true),
  result: z.object({ content: z.array(z.object({ text: z.string() })).min(1) }),
});
const toolFailureSchema = z.union([z.object({ error: z.string() }), z.object({ disabled: z.literal(true) })]);
const errorSchema = z.object({ error: z.object({ message: z.string() }) });

/**
 * @param log what the gateway printed meanwhile: of a turn that it refused by itself the answer says no more than `internal error`
 * @param requests the path's requests
 */
export function outcomeOfDoor(
  path: AnyPath,
  end: DoorEnd,
  log: string,
  requests: readonly WireRequest[],
): Outcome {
  // A channel that does not start says nothing of credentials.
  if (end.kind === 'not-up')
    return { kind: 'unsupported', reason: `the channel did not start: ${log.trim().slice(-400)}` };
  if (end.kind !== 'reply') {
    const message = `${ENDS[end.kind]}: ${log.trim().slice(-400)}`;
    return { kind: 'failure', class: end.kind, message };
  }
  const { status, text } = end;
  // A summary is judged by its own requests, whatever was made of it, and a report by what it says.
  if (path.model.givenBy === 'compaction' || (path.readReport && status === 200))
    return path.readEnd({ stdout: text, stderr: log, exitCode: 0, thrown: null }, requests);
  const body = jsonOrNull(text);
  if (status === 200 && (text.trim() === 'OK' || answers(body))) return { kind: 'answer' };
  return failureOf(reasonOf(text, body, log), requests);
}

/** The outcome of a path, unless it has no answer because somebody else ended its gateway. */
export async function unlessKilled(start: GatewayStart, outcome: Outcome): Promise<Outcome> {
  if (outcome.kind === 'answer' || start.kind !== 'running') return outcome;
  if (!(await start.gateway.wasInterrupted())) return outcome;
  return { kind: 'failure', class: 'interrupted', message: 'the gateway was ended from outside' };
}

const ENDS = {
  crashed: 'the gateway ended the connection',
  interrupted: 'the process was ended from outside',
  'timed-out': 'no answer in time',
} as const;

function answers(body: unknown): boolean {
  const isOk = (text: string | null | undefined) => text?.trim() === 'OK';
  const chat = chatSchema.safeParse(body);
  if (chat.success) return chat.data.choices.some(({ message }) => isOk(message.content));
  const responses = responsesSchema.safeParse(body);
  if (responses.success)
    return responses.data.output.some(({ content }) => content?.some((part) => isOk(part.text)));
  const invoked = invokedSchema.safeParse(body);
  if (invoked.success)
    return invoked.data.result.content.every(
      ({ text }) => !toolFailureSchema.safeParse(jsonOrNull(text)).success,
    );
  return embeddingsSchema.safeParse(body).success;
}

/** The words of a failure: the answer's own, or those of the log where the answer gives no reason. */
function reasonOf(text: string, body: unknown, log: string): string {
  const error = errorSchema.safeParse(body);
  const message = error.success ? error.data.error.message : text;
  // An error of HTTP says why, unless the gateway refused by itself; a person is told in a channel that something went wrong.
  const isSaid = error.success && !/^internal error$/i.test(message.trim());
  if (isSaid || failureClass(message) !== 'other') return message;
  const said = log.split('\n').filter((line) => /error|failed/i.test(line) && !OF_ITSELF.test(line));
  const reason = said.findLast((line) => failureClass(line) !== 'other') ?? said.at(-1);
  return reason?.replace(/^.*?failed: /, '') ?? message;
}

/** A line about what a gateway asks without any turn (`mocks/network/quiet-endpoints.ts`), or about a call that pairs (`rpc-door.ts`). */
const OF_ITSELF = /\[model-pricing\]|conformance\.none/;
