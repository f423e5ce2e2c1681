/**
 * The login of another program of the same machine: that of Codex, in `~/.codex/auth.json`. It may fill an empty store of profiles, and
 * where there is a login of OpenClaw's own it is none of its business.
 *
 * @source openclaw@2026.9.6:docs/concepts/oauth.md ("The token sink (why it exists)", "Refresh + expiry")
 */
import { z } from 'zod';
import type { ProviderId } from '../providers/catalog.ts';
import type { AuthProfile } from './auth-profile.ts';
import { axis } from './axis.ts';
import { oneIn } from './weighted.ts';

/** It says something of few providers: `generators/program-case.ts` draws it more often for those. */
const ONE_IN = 40;

export const programLogin = axis({
  meaning:
    'Whether Codex, another program of the machine, is logged in (~/.codex/auth.json). Says nothing where no provider of the case sells subscriptions of ChatGPT, or where it has other credentials than those.',
  schema: z.boolean(),
  usual: false,
  since: 19,
  arbitrary: oneIn(ONE_IN),
  oneIn: ONE_IN,
  label: () => 'a login of another program',
});

/** The file of it, below the home. */
export const PROGRAM_FILE = '.codex/auth.json';

/** The providers of which Codex's login is a subscription. */
const SUBSCRIBED: readonly ProviderId[] = ['openai', 'openai-codex'];

interface Setup {
  readonly id: ProviderId;
  readonly profiles: readonly AuthProfile[];
  readonly environment: readonly unknown[];
  readonly entry: object | null;
}

/** The setup whose provider the login is of; null where a case has none that it could be compared with. */
export function setupOfProgram<Each extends Setup>({
  programLogin: isLoggedIn,
  provider,
  otherProvider,
}: {
  readonly programLogin: boolean;
  readonly provider: Each;
  readonly otherProvider: Each | null;
}): Each | null {
  const setup = [provider, otherProvider].find((each) => each && SUBSCRIBED.includes(each.id));
  if (!isLoggedIn || !setup || setup.environment.length > 0 || setup.entry) return null;
  const isOfLogins = setup.profiles.every(({ type }) => type === 'oauth');
  // Without a profile only a provider that sells nothing else is known to be meant.
  return isOfLogins && (setup.profiles.length > 0 || setup.id === 'openai-codex') ? setup : null;
}
