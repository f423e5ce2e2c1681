import { type AnyCase, isHomeCase, textOfCase } from '../../home-case/any-case.ts';
import { credentialsText, outcomeText } from '../../invariants/behaviour.ts';
import { fingerprintId } from '../../invariants/fingerprint.ts';
import { HARM_OF, HARMS } from '../../invariants/harm.ts';
import { KNOWN_LAWS } from '../../invariants/laws.ts';
import { promiseLink, promisesBroken } from '../../invariants/promises/of-laws.ts';
import { claimOf } from '../../invariants/violation.ts';
import type { Observation } from '../../observation/observation.ts';
import { causeIdOf } from '../../search/causes/found-causes.ts';
import type { Finding, Result } from '../../search/result/result.ts';
import { caseFileOf } from '../../search/saved/case-file.ts';
import { probeLines } from '../probe-lines.ts';
import { findingReplayLine, laneOf, replayLine } from '../replay-line.ts';
import { setupOf } from '../setup-text.ts';
import type { FindingView, SideView } from './view.ts';

/** A finding with a case of any kind. */
export type FindingOfAny = Omit<Finding, 'case'> & { readonly case: AnyCase };

const STATUSES: readonly Finding['status'][] = ['new', 'unsettled', 'flaky', 'known'];

/** By harm, then what is new, then what was met most often. */
export function byHarm(
  left: Pick<Finding, 'law' | 'status' | 'met'>,
  right: Pick<Finding, 'law' | 'status' | 'met'>,
): number {
  const rank = ({ law, status }: Pick<Finding, 'law' | 'status'>) =>
    HARMS.indexOf(HARM_OF[law]) * STATUSES.length + STATUSES.indexOf(status);
  return rank(left) - rank(right) || right.met - left.met;
}

export function findingView(
  finding: FindingOfAny,
  result: Pick<Result, 'subject' | 'lane' | 'reference' | 'cases'>,
): FindingView {
  const { fingerprint, law: id, status, paths, detail, case: value, observations } = finding;
  const { version, target } = result.subject;
  const law = KNOWN_LAWS.find((each) => each.id === id);
  const variant = isHomeCase(value) ? null : law?.variant?.(value);
  const isOther = variant && textOfCase(variant) !== textOfCase(value);
  // The cases of known findings are in the baseline, and in no file of their own.
  const name = `${fingerprintId(fingerprint)}.json`;
  const isSaved = status !== 'known';
  return {
    id: fingerprintId(fingerprint),
    fingerprint,
    law: { id, sentence: law?.sentence ?? '', source: law?.source ?? '' },
    promises: promisesBroken(finding, value, version).map((promise) => ({
      id: promise.id,
      rule: promise.rule,
      link: promiseLink(promise),
    })),
    harm: HARM_OF[id],
    cause: causeIdOf(finding),
    status,
    provider: providerOfCase(value),
    paths,
    detail,
    seen: `${finding.confirmedIn ? `confirmed: ${finding.confirmedIn}` : 'not confirmed in a fresh process'}; met in ${finding.met} of ${result.cases.achieved} cases`,
    sides: observations.map((each) => sideView(each, finding)),
    files: setupOf(value, version, paths).files,
    variant: isOther ? setupOf(variant, version, paths).files : null,
    replay: isSaved
      ? findingReplayLine(finding, result)
      : replayLine({
          file: name,
          target,
          lane: laneOf(finding, result.lane),
          reference: result.reference,
        }),
    caseFile: isSaved
      ? null
      : { name, text: `${JSON.stringify(caseFileOf(value, claimOf(finding), version), null, 2)}\n` },
  };
}

/** The owner of the secrets that a case is about, in a word. */
function providerOfCase(value: AnyCase): string {
  return isHomeCase(value) ? 'a home' : value.provider.id;
}

function sideView(
  observation: Observation,
  { fingerprint, paths }: Pick<Finding, 'fingerprint' | 'paths'>,
): SideView {
  const { path, requests } = observation;
  const isReference = fingerprint.reference?.path === path;
  return {
    path,
    isReference,
    behaviour: isReference
      ? (fingerprint.reference?.behaviour ?? null)
      : paths.includes(path)
        ? fingerprint.behaviour
        : null,
    outcome: probeLines(observation)?.join('; ') ?? `${outcomeText(observation)}${messageOf(observation)}`,
    wire: requests.map(({ method, host, path: where, credentials, status }) => ({
      request: `${method} ${host}${where}`,
      credential: credentialsText(credentials),
      status: status === 0 ? 'reset' : String(status),
    })),
  };
}

function messageOf({ outcome }: Observation): string {
  if (outcome.kind === 'failure') return `: ${outcome.message}`;
  return outcome.kind === 'unsupported' ? `: ${outcome.reason}` : '';
}
