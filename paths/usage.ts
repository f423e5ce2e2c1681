import { z } from 'zod';
import type { Outcome } from '../observation/outcome.ts';
import { textOfEnd } from './parts/answers.ts';
import type { CommandEnd, HostAnswer } from './parts/command-end.ts';
import { ofAgent } from './parts/drive.ts';
import { failureOf } from './parts/failure.ts';
import { lastJson } from './parts/last-json.ts';
import { nowhere } from './parts/missing.ts';
import { CHATS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

const reportSchema = z.object({
  usage: z.object({ providers: z.array(z.object({ provider: z.string(), error: z.string().nullish() })) }),
});

/**
 * The report of how much of its quota is used, for which each provider is asked at an endpoint of its own, with a credential that
 * code of its own resolves.
 *
 * @source openclaw@2026.9.6:docs/concepts/usage-tracking.md ("pulls provider usage/quota directly from each provider's usage
 *   endpoint"), openclaw@2026.9.6:docs/cli/status.md ("Usage and quota")
 */
export const usage: Path<'usage'> = {
  name: 'usage',
  drive: {
    command: (asked) => ['status', '--usage', ...ofAgent(asked), '--json'],
    asksAgent: ({ statusTakesAgent }) => statusTakesAgent,
  },
  model: CHATS_MODEL,
  servedBy: 'those that tell usage',
  missingIn: nowhere,
  needs: {},
  turn: null,
  readEnd: readReport,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};

/** A provider without a credential is left out of the report. */
function readReport(end: CommandEnd, answers: readonly HostAnswer[], provider?: string): Outcome {
  const report = reportSchema.safeParse(lastJson(end.stdout)).data;
  if (end.exitCode !== 0 || !report) return failureOf(textOfEnd(end), answers);
  const told = report.usage.providers.find((each) => each.provider === provider);
  if (!told) return failureOf(`No credentials found: the report has no usage of ${provider}`, answers);
  return told.error ? failureOf(told.error, answers) : { kind: 'answer' };
}
