import type { Outcome } from '../observation/outcome.ts';
import { chat } from './chat.ts';
import { textOfEnd } from './parts/answers.ts';
import type { CommandEnd, HostAnswer } from './parts/command-end.ts';
import { ofAgent } from './parts/drive.ts';
import { failureOf } from './parts/failure.ts';
import { CHATS_MODEL } from './parts/models.ts';
import { checkOf, healthIn, probeResults, statusOf, unusableIn } from './parts/models-status.ts';
import type { Path } from './path.ts';

/** The check of the credentials of chat's provider by `models status --probe`. */
export const probe: Path<'probe'> = {
  name: 'probe',
  drive: {
    command: (asked) => [
      'models',
      'status',
      '--probe',
      '--probe-provider',
      asked.provider,
      '--probe-timeout',
      '60000',
      // Two at once reach the wire in any order.
      '--probe-concurrency',
      '1',
      '--check',
      ...(asked.profile ? ['--probe-profile', asked.profile] : []),
      ...ofAgent(asked),
      '--json',
    ],
    asksAgent: () => true,
    needsFreshProcess: ({ provider, traits }) => traits.freshProbes.includes(provider),
  },
  model: CHATS_MODEL,
  servedBy: 'every provider',
  // A gateway owns the state, and these builds let no other process probe with it.
  missingIn: ({ version, traits, lane }) =>
    lane === 'gateway' && !traits.probesBesideGateway
      ? `openclaw ${version} refuses to probe beside a running gateway`
      : null,
  needs: {},
  turn: null,
  readEnd: readResults,
  readReport(stdout, provider, exitCode) {
    const unusable = unusableIn(stdout);
    const results = probeResults(stdout);
    const health = healthIn(stdout, provider);
    return {
      probe: results,
      status: statusOf(stdout, provider),
      ...(health ? { health } : {}),
      ...(unusable.length > 0 ? { unusable } : {}),
      ...(results && exitCode !== null ? { check: checkOf(stdout, exitCode) } : {}),
    };
  },
  medium: null,
  sharesCode: { with: chat, when: 'alone' },
  comparedFrom: null,
  isRepresentative: false,
};

/** With `--check` the exit code is a verdict, and no failure where the results are there. */
function readResults(end: CommandEnd, answers: readonly HostAnswer[]): Outcome {
  const isRead = probeResults(end.stdout) !== null;
  return isRead ? { kind: 'answer' } : failureOf(textOfEnd(end), answers);
}
