import { isForWantOfCredit, type ProviderAnswer } from '../../generators/axes/provider-answer.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { type Credential, placeOf, profileOfCredential } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import type { WireRequest } from '../../observation/request.ts';
import type { ProbeResult } from '../../observation/status.ts';
import { modelRequests } from '../behaviour.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** The answers that the documents tie to one bucket, by the status that was seen. */
type Seen =
  | 'an answer'
  | 'a refused key'
  | 'a rate limit'
  | 'a limit of time'
  | 'a timeout'
  | 'a want of credit';

/** A provider may say of an account without credit what it says of too many requests. */
const BUCKETS: Readonly<Record<Seen, readonly string[]>> = {
  'an answer': ['ok'],
  'a refused key': ['auth'],
  'a rate limit': ['rate_limit'],
  'a limit of time': ['rate_limit'],
  'a timeout': ['timeout'],
  'a want of credit': ['billing', 'rate_limit'],
};

/**
 * A row is compared with the last answer to its own credential. The documents leave open the bucket of a failing server, a
 * redirect or a refused request.
 */
export const probeBucket: Law = {
  id: 'probe-bucket',
  sentence: 'the probe puts a credential that it asked with into the bucket of the answer that it got',
  source:
    'openclaw@2026.9.6:docs/cli/models.md ("Probe status buckets"); openclaw@2026.9.6:docs/concepts/model-failover.md ("Cooldowns", "Billing disables": which answers are auth, rate limit and billing)',
  judges: (judged) => rowsOf(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'probe-bucket',
      familyOf(judged),
      rowsOf(judged).flatMap(({ row, seen }): Deviation[] => {
        // The law probe-agrees says what is called ok and was refused.
        if (row.status === 'ok' || BUCKETS[seen].includes(row.status)) return [];
        const detail = `the probe says ${row.status} of ${row.profileId ?? row.source}, whose request got ${seen}`;
        return [{ path: 'probe', reference: null, behaviour: `${row.status} for ${seen}`, detail }];
      }),
    ),
};

/** The rows of the probe that asked, each with the answer that it got. */
function rowsOf(judged: Judged): { readonly row: ProbeResult; readonly seen: Seen }[] {
  const probe = observed(judged, 'probe');
  const setup = setupsOf(judged.value).find(({ id }) => id === probe?.model.provider);
  if (!probe?.probe || !setup || setup.answeredRequests !== 'every') return [];
  return probe.probe.flatMap((row) => {
    const last = requestOf(probe, row);
    const seen = last && seenIn(last, setup.answer, judged.version);
    return seen ? [{ row, seen }] : [];
  });
}

/** The last request with the credential of a row alone; a row of a profile or a variable names one. */
function requestOf(probe: Observation, { profileId, source }: ProbeResult): WireRequest | undefined {
  const isOf = (credential: Credential) =>
    profileId === null
      ? source === 'env' && placeOf(credential)?.holder === 'environment'
      : profileOfCredential(credential) === profileId;
  return modelRequests(probe).findLast(
    ({ credentials }) => credentials.length > 0 && credentials.every(isOf),
  );
}

function seenIn({ status, credentials }: WireRequest, answer: ProviderAnswer, version: string): Seen | null {
  const validities = new Set(credentials.map((each) => (each.kind === 'secret' ? each.validity : null)));
  const [validity] = validities.size === 1 ? validities : [null];
  if (isForWantOfCredit(answer)) return status >= 400 ? 'a want of credit' : null;
  if (answer === 'limit-in-words')
    return isPromised('model-failover/rate-limit-bucket', version) ? 'a rate limit' : null;
  if (answer === 'usage-window')
    return isPromised('model-failover/temporary-402-is-rate', version) ? 'a limit of time' : null;
  if (answer === 'timed-out' || answer === 'client-closed')
    return isPromised('model-failover/timing-statuses', version) ? 'a timeout' : null;
  if (answer === 'rate-limited' || answer === 'retry-later') return status === 429 ? 'a rate limit' : null;
  if (answer !== 'by-key' && answer !== 'slow') return null;
  if (status < 400) return status === 0 ? null : 'an answer';
  if (validity === 'limited') return status === 429 ? 'a rate limit' : null;
  return status < 429 ? 'a refused key' : null;
}
