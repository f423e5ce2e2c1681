import { type Credential, holderOfCredential, profileOfCredential } from '../../observation/credential.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import type { Observation } from '../../observation/observation.ts';
import type { ProbeResult } from '../../observation/status.ts';
import {
  acceptedCredentials,
  credentialsHolder,
  firstCredentials,
  modelRequests,
  outcomeText,
} from '../behaviour.ts';
import { factsOf } from '../facts/facts-of.ts';
import { endedInPreflight, familyOf, type GeneralLaw, observed, outcomesMayDiffer } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { violationsOf } from '../violation.ts';

/**
 * Three ways for the probe to be wrong, each told apart:
 * it says `ok` where chat fails, it has no `ok` for what chat answers with, and it says `ok` for a profile whose
 * own credential was not accepted (a failover hidden behind the name).
 */
export const probeAgrees: GeneralLaw = {
  id: 'probe-agrees',
  sentence: "the probe's verdict and named source are what chat then does",
  source:
    'openclaw@2026.9.6:docs/auth-credential-semantics.md (probe shares the semantics of selection and resolution)',
  judges: (judged) => Boolean(observed(judged, 'chat') && observed(judged, 'probe')?.probe),
  check: (judged) => {
    const [chat, probe] = [observed(judged, 'chat'), observed(judged, 'probe')];
    if (!chat || !probe?.probe || endedInPreflight(chat)) return [];
    // It asks by order, and chat asks what its model names.
    const { chatNamesProfile, wereProfilesRenamed } = factsOf(judged);
    if (outcomesMayDiffer(judged, chat, probe) || chatNamesProfile || wereProfilesRenamed) return [];
    const found = disagreement(chat, probe, probe.probe, judged.version);
    // A probe of one profile says nothing of the others.
    const problem = factsOf(judged).probesOneProfile && found?.probe !== IMPOSTOR ? null : found;
    if (!problem) return [];
    const { chat: reference, probe: behaviour, detail } = problem;
    return violationsOf('probe-agrees', familyOf(judged), [
      { path: 'probe', reference: { path: 'chat', behaviour: reference }, behaviour, detail },
    ]);
  },
};

const IMPOSTOR = 'ok for a profile that was not accepted';

interface Disagreement {
  readonly chat: string;
  readonly probe: string;
  readonly detail: string;
}

/** The places that no row of the probe can name: a header of the entry, its request, and a variable other than the usual one. */
const NAMELESS: ReadonlySet<string> = new Set(['header', 'request', 'spare key']);

function disagreement(
  chat: Observation,
  probe: Observation,
  results: readonly ProbeResult[],
  version: string,
): Disagreement | null {
  const accepted = acceptedCredentials(chat)?.find((each) => !NAMELESS.has(holderOfCredential(each) ?? ''));
  const working = results.filter(({ status }) => status === 'ok');
  const verdict = results.length === 0 ? 'no target' : working.length > 0 ? 'ok for another' : 'not ok';

  const impostor = working.find((result) => result.profileId && !wasAccepted(probe, result.profileId));
  if (impostor && modelRequests(probe).length > 0) {
    return {
      detail: `the probe says ok for ${impostor.profileId}, whose own credential was not accepted`,
      chat: chat.outcome.kind,
      probe: IMPOSTOR,
    };
  }
  if (chat.outcome.kind !== 'answer') {
    if (endsBeforeCredential(chat)) return null;
    // The probe tests each profile (openclaw@2026.9.6:docs/cli/models.md): what it says of another one is no contradiction.
    const sent = firstCredentials(chat) ?? [];
    const told = sent.length === 0 ? working : working.filter((row) => sent.some((each) => names(row, each)));
    if (told.length === 0) return null;
    return {
      detail: `the probe says ok (${working.map(nameOf).join(', ')}), chat fails: ${outcomeText(chat)}`,
      chat: 'failure',
      probe: 'ok',
    };
  }
  if (!accepted) return null;
  // A row that is there must be right, whether a document promises it or not.
  if (!isPromisedRow(accepted, version) && !results.some((row) => names(row, accepted))) return null;
  if (working.some((result) => names(result, accepted))) return null;
  const verdicts = results.map(nameOf).join(', ') || 'no target';
  return {
    detail: `chat answers with ${describeOrigin(accepted)}, the probe says: ${verdicts}`,
    chat: `answer, ${credentialsHolder([accepted])}`,
    probe: verdict,
  };
}

/**
 * Whether documents promise a row of what chat sent.
 *
 * @source openclaw@2026.5.22:docs/cli/models.md ("Probe rows can come from auth profiles, env credentials, or `models.json`"); openclaw@2026.3.13:docs/cli/models.md
 *   has "auth probes against each configured provider profile" alone
 */
function isPromisedRow(credential: Credential, version: string): boolean {
  return isPromised('models-command/row-sources', version) || profileOfCredential(credential) !== null;
}

function nameOf({ profileId, source, status, reason }: ProbeResult): string {
  return `${profileId ?? source} ${reason ?? status}`;
}

/** Whether a probe result names the place that a credential came from. */
function names({ profileId, source }: ProbeResult, credential: Credential): boolean {
  const holder = holderOfCredential(credential);
  if (holder === 'profile' || holder === 'refreshed token')
    return profileId === profileOfCredential(credential);
  if (holder === 'environment') return source === 'env';
  // No kind of row is said to be of them (openclaw@2026.9.6:docs/cli/models.md: profiles, variables or models.json).
  if (holder === 'default credentials file') return profileId === null;
  return source !== 'env' && profileId === null;
}

function wasAccepted(probe: Observation, profileId: string): boolean {
  return modelRequests(probe).some(
    ({ status, credentials }) =>
      status < 400 && credentials.some((each) => profileOfCredential(each) === profileId),
  );
}

/**
 * Whether the model or its address ended chat, before any credential was sent: the probe asks a model of its own choice.
 *
 * @source openclaw@2026.9.6:docs/cli/models.md (`no_model`: the probe looks for "a probeable model candidate" of the provider)
 */
function endsBeforeCredential(chat: Observation): boolean {
  const { outcome } = chat;
  const isOfModel =
    outcome.kind === 'failure' && ['unknown-model', 'refused-address'].includes(outcome.class);
  return isOfModel && modelRequests(chat).length === 0;
}
