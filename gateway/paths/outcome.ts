/** How a command ended: an answer, or a failure with its class. */
import { z } from 'zod';
import type { FailureClass, Outcome } from '../../observation/outcome.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { WireRequest } from '../../observation/request.ts';
import type { ProbeResult, Status } from '../../observation/status.ts';
import { failureClass } from '../observe/failure-class.ts';
import type { WorkerReply } from '../worker/protocol.ts';

const payloadsSchema = z.object({
  payloads: z.array(z.object({ text: z.string().nullish(), isError: z.boolean().nullish() })).optional(),
  meta: z.object({ stopReason: z.string().nullish() }).nullish(),
  ok: z.boolean().optional(),
  outputs: z.array(z.object({ text: z.string().nullish() })).optional(),
});

const GENERATED: readonly PathName[] = ['embedding', 'image-generation', 'speech'];

const probeSchema = z.object({
  auth: z.object({
    probes: z
      .object({
        results: z.array(
          z.object({
            profileId: z.string().nullish(),
            source: z.string().nullish(),
            status: z.string(),
            reasonCode: z.string().nullish(),
          }),
        ),
      })
      .nullish(),
  }),
});

const statusOutputSchema = z.object({
  auth: z.object({
    missingProvidersInUse: z.array(z.string()),
    /** From 2026.8.1 on. */
    modelRouteIssues: z.array(z.object({ provider: z.string() })).optional(),
  }),
});

/** @param requests the path's requests: a 401 on the wire says more than the text made of it */
export function outcomeOf(
  path: PathName,
  reply: Pick<WorkerReply, 'stdout' | 'stderr' | 'exitCode' | 'thrown'>,
  requests: readonly WireRequest[],
): Outcome {
  const text = [reply.thrown, reply.stderr, reply.stdout].filter(Boolean).join('\n').trim();
  const failure = (message: string) => failureOf(message, requests);
  // A turn may go on without a summary, or fail after it.
  if (path === 'compaction')
    return isAnswered(requests) ? { kind: 'answer' } : failure(linesOfCompaction(text) || text);
  if (reply.exitCode !== 0) return failure(text);
  if (path === 'memory') return /Memory index updated/.test(text) ? { kind: 'answer' } : failure(text);
  if (path === 'probe') return parseProbe(reply.stdout) ? { kind: 'answer' } : failure(text);
  // 2026.4.15 to 2026.4.24 print the answer of an agent turn on stderr.
  const parsed = payloadsSchema.safeParse(lastJson(reply.stdout) ?? lastJson(reply.stderr));
  if (!parsed.success) return failure(text);
  const failed = parsed.data.meta?.stopReason === 'error';
  const error = parsed.data.payloads?.find((payload) => payload.isError || failed);
  if (error || failed) return failure(error?.text ?? text);
  const { ok, outputs } = parsed.data;
  // A picture, a voice or a vector has no text to look for.
  if (GENERATED.includes(path) && ok && outputs && outputs.length > 0) return { kind: 'answer' };
  const answered = [...(parsed.data.payloads ?? []), ...(outputs ?? [])].some(
    (part) => part.text?.trim() === 'OK',
  );
  return answered ? { kind: 'answer' } : failure(text);
}

/** What a log says of compaction, among all that it says of the turn. */
function linesOfCompaction(text: string): string {
  return text
    .split('\n')
    .filter((line) => /(compaction|summarization) failed/i.test(line))
    .join('\n');
}

function isAnswered(requests: readonly WireRequest[]): boolean {
  return requests.findLast(({ purpose }) => purpose === 'model' || purpose === 'fallback')?.status === 200;
}

/** A failure by what is said of it, and by what the provider answered last. */
export function failureOf(message: string, requests: readonly WireRequest[]): Outcome {
  const last = requests.findLast((request) => request.purpose === 'model');
  const named = failureClass(message);
  return {
    kind: 'failure',
    class: (last && classOfStatus(last.status, named)) ?? named,
    message: excerpt(message),
  };
}

/** What the last answer of the provider says, whatever words a path has for it; null where it says nothing. */
function classOfStatus(status: number, named: FailureClass): FailureClass | null {
  if (status === 401 || status === 403) return 'rejected';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  if (status === 0) return 'no-answer';
  const hasReason = named !== 'other' && named !== 'nothing-selected';
  return status === 200 && !hasReason ? 'unusable-answer' : null;
}

/** The probe's results, or null where its output cannot be read. */
export function parseProbe(stdout: string): ProbeResult[] | null {
  const parsed = probeSchema.safeParse(lastJson(stdout));
  if (!parsed.success) return null;
  return (parsed.data.auth.probes?.results ?? []).map((result) => ({
    profileId: result.profileId ?? null,
    source: result.source ?? 'unknown',
    status: result.status,
    reason: result.reasonCode ?? null,
  }));
}

/** What the same output says of a provider's credentials, or null where it cannot be read. */
export function parseStatus(stdout: string, provider: string): Status | null {
  const parsed = statusOutputSchema.safeParse(lastJson(stdout));
  if (!parsed.success) return null;
  const { missingProvidersInUse, modelRouteIssues = [] } = parsed.data.auth;
  if (missingProvidersInUse.includes(provider)) return 'missing';
  return modelRouteIssues.some((issue) => issue.provider === provider) ? 'unclear' : 'present';
}

/** The JSON document of an output that may have log lines around it. */
function lastJson(text: string): unknown {
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('\n{', start + 1)) {
    const end = text.lastIndexOf('}');
    try {
      return JSON.parse(text.slice(start, end + 1));
    } catch {
      // Not the document's first brace; the next line that opens one may be.
    }
  }
  return null;
}

/** The lines that say why, first of all those that name an error. */
function excerpt(message: string): string {
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const telling = lines.filter((line) => /error|fail|no |not |cannot|invalid/i.test(line));
  return (telling.length > 0 ? telling : lines).slice(0, 3).join(' / ').slice(0, 600);
}
