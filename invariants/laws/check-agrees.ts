import { hasEnded } from '../../generators/axes/auth-profile.ts';
import type { Case } from '../../generators/case.ts';
import { secretFieldsOf } from '../../generators/secrets/map-secrets.ts';
import type { Observation } from '../../observation/observation.ts';
import { modelRequests } from '../behaviour.ts';
import { endedInPreflight, familyOf, type Judged, type Law, observed, outcomesMayDiffer } from '../law.ts';
import { violationsOf } from '../violation.ts';
import { areStoredOnce, termOfSetup } from './term-of-profile.ts';

/**
 * The verdict is on every route, and `status` on chat's alone, so that a bad one is held against chat only in a home in which no other
 * route, and no other credential, can be its reason. A good one is held against a provider whose credentials are all over for good, and
 * `expiring` against a report in which no profile is.
 */
export const checkAgrees: Law = {
  id: 'check-agrees',
  sentence:
    'models status --check is good if and only if its own report has no issue and chat is answered, and never where the credentials of chat are over',
  source: 'openclaw@2026.9.6:docs/cli/models.md (Status: the exit codes of `--check`)',
  judges: (judged) => verdictIn(judged) !== null,
  check(judged) {
    const verdict = verdictIn(judged);
    if (!verdict?.contradicts) return [];
    const { check, status, contradicts } = verdict;
    return violationsOf('check-agrees', familyOf(judged), [
      {
        path: 'probe',
        reference: { path: contradicts === 'an answer' ? 'chat' : 'probe', behaviour: contradicts },
        behaviour: `check ${check}`,
        detail: `--check is ${check}, beside ${contradicts} (status ${status})`,
      },
    ]);
  },
};

interface Verdict {
  readonly check: string;
  readonly status: string;
  readonly contradicts: 'its report' | 'an answer' | 'ended credentials' | null;
}

function verdictIn(judged: Judged): Verdict | null {
  const [chat, probe] = [observed(judged, 'chat'), observed(judged, 'probe')];
  if (!chat || !probe?.check || !probe.status || endedInPreflight(chat)) return null;
  const { check, status, health } = probe;
  const verdict = (contradicts: Verdict['contradicts']): Verdict => ({ check, status, contradicts });
  if (check === 'good' && status === 'missing') return verdict('its report');
  if (hasEndedCredentials(judged, chat)) return verdict(check === 'bad' ? null : 'ended credentials');
  if (check === 'good') return verdict(null);
  if (check === 'expiring' && health && health.profiles.every(({ word }) => word !== 'expiring'))
    return verdict('its report');
  if (outcomesMayDiffer(judged, chat) || !isOrdinary(judged.value)) return null;
  const isBad = chat.outcome.kind === 'answer' && status === 'present';
  return verdict(isBad ? 'an answer' : null);
}

/** Whether chat's provider has stored credentials alone, the time of each is over for good, and chat asked nobody. */
function hasEndedCredentials({ value }: Judged, chat: Observation): boolean {
  const { provider } = value;
  const isOver = areStoredOnce(value, provider) && termOfSetup(provider) === 'is over';
  return isOver && chat.outcome.kind === 'failure' && modelRequests(chat).length === 0;
}

/** One provider for every path, whose credentials are all good, and last. */
function isOrdinary({ provider, otherProvider, fallback, media, agent }: Case): boolean {
  return (
    otherProvider === null &&
    fallback === null &&
    media === 'same' &&
    agent === 'main' &&
    provider.profiles.every((profile) => !hasEnded(profile) && profile.cooldown === 'none') &&
    secretFieldsOf(provider).every(({ holds, shape }) => holds === 'live' && shape === 'plain')
  );
}
