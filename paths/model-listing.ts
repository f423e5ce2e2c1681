import { z } from 'zod';
import type { Status } from '../observation/status.ts';
import { textOfEnd } from './parts/answers.ts';
import { ofAgent } from './parts/drive.ts';
import { failureOf } from './parts/failure.ts';
import { lastJson } from './parts/last-json.ts';
import { nowhere } from './parts/missing.ts';
import { CHATS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

const listSchema = z.object({
  models: z.array(z.object({ key: z.string(), available: z.boolean().nullish() })),
});

/**
 * The models of chat's provider as a command lists them, each with whether its credentials are there.
 *
 * @source openclaw@2026.9.6:docs/cli/models.md ("List": the `Auth` column uses prepared credential evidence, and unknown
 *   readiness stays unknown)
 */
export const modelListing: Path<'model-listing'> = {
  name: 'model-listing',
  drive: {
    command: (asked) => ['models', 'list', '--provider', asked.provider, ...ofAgent(asked), '--json'],
    asksAgent: () => true,
  },
  model: CHATS_MODEL,
  servedBy: 'every provider',
  missingIn: nowhere,
  needs: {},
  turn: null,
  readEnd: (end, answers) =>
    end.exitCode === 0 && listSchema.safeParse(lastJson(end.stdout)).success
      ? { kind: 'answer' }
      : failureOf(textOfEnd(end), answers),
  readReport: (stdout, provider) => ({ probe: null, status: statusIn(stdout, provider) }),
  medium: null,
  sharesCode: null,
  comparedFrom: null,
  isRepresentative: false,
};

function statusIn(stdout: string, provider: string): Status | null {
  const rows = listSchema.safeParse(lastJson(stdout)).data?.models ?? [];
  const said = rows.filter(({ key }) => key.startsWith(`${provider}/`)).map(({ available }) => available);
  if (said.length === 0) return null;
  if (said.every((each) => each === true)) return 'present';
  return said.every((each) => each === false) ? 'missing' : 'unclear';
}
