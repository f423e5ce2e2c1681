/** Commands that print an answer as JSON. */
import { z } from 'zod';
import type { Outcome } from '../../observation/outcome.ts';
import type { CommandEnd, HostAnswer } from './command-end.ts';
import { failureOf } from './failure.ts';
import { lastJson } from './last-json.ts';

/** The words of a search in place of results: `{ error: "missing_brave_api_key", message: … }`, and the command ends well. */
const refusedSchema = z.object({ error: z.string(), message: z.string().default('') });
const payloadsSchema = z.object({
  payloads: z.array(z.object({ text: z.string().nullish(), isError: z.boolean().nullish() })).optional(),
  meta: z.object({ stopReason: z.string().nullish() }).nullish(),
  ok: z.boolean().optional(),
  outputs: z
    .array(z.object({ text: z.string().nullish(), result: refusedSchema.nullish().catch(null) }))
    .optional(),
});
type Printed = z.infer<typeof payloadsSchema>;

/** Everything that an end says, as one text. */
export function textOfEnd({ thrown, stderr, stdout }: CommandEnd): string {
  return [thrown, stderr, stdout].filter(Boolean).join('\n').trim();
}

/** A command that answers with the text `OK`, as it is prompted to. */
export function readText(end: CommandEnd, answers: readonly HostAnswer[]): Outcome {
  return readPrinted(end, answers, saysOk);
}

/** A command that makes a picture, a voice or a vector, which has no text to look for. */
export function readGenerated(end: CommandEnd, answers: readonly HostAnswer[]): Outcome {
  return readPrinted(
    end,
    answers,
    (printed) => (printed.ok && (printed.outputs ?? []).length > 0) || saysOk(printed),
  );
}

function saysOk({ payloads = [], outputs = [] }: Printed): boolean {
  return [...payloads, ...outputs].some((part) => part.text?.trim() === 'OK');
}

function readPrinted(
  end: CommandEnd,
  answers: readonly HostAnswer[],
  isAnswer: (printed: Printed) => boolean,
): Outcome {
  const text = textOfEnd(end);
  if (end.exitCode !== 0) return failureOf(text, answers);
  // 2026.4.15 to 2026.4.24 print the answer of an agent turn on stderr.
  const parsed = payloadsSchema.safeParse(lastJson(end.stdout) ?? lastJson(end.stderr));
  if (!parsed.success) return failureOf(text, answers);
  const failed = parsed.data.meta?.stopReason === 'error';
  const error = parsed.data.payloads?.find((payload) => payload.isError || failed);
  if (error || failed) return failureOf(error?.text ?? text, answers);
  const refused = parsed.data.outputs?.find((output) => output.result)?.result;
  if (refused) return failureOf(`${refused.error}: ${refused.message}`, answers);
  return isAnswer(parsed.data) ? { kind: 'answer' } : failureOf(text, answers);
}
