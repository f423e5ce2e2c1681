/** Every law, and the judgement of one case by all of them. */

import type { Fingerprint } from './fingerprint.ts';
import { type GeneralLaw, isAbout, type Judged, type JudgedAny, type Law } from './law.ts';
import { afterRefusal } from './laws/after-refusal.ts';
import { atOnce } from './laws/at-once.ts';
import { awsDefaultChainLaw } from './laws/aws-default-chain.ts';
import { bareModel } from './laws/bare-model.ts';
import { checkAgrees } from './laws/check-agrees.ts';
import { coldStart } from './laws/cold-start.ts';
import { commandsKeep } from './laws/commands-keep.ts';
import { cooldown } from './laws/cooldown.ts';
import { documentedPrecedence } from './laws/documented-precedence.ts';
import { entryHeaders } from './laws/entry-headers.ts';
import { entryRequest } from './laws/entry-request.ts';
import { explicitChoice } from './laws/explicit-choice.ts';
import { firstFailure } from './laws/first-failure.ts';
import { freshHome } from './laws/fresh-home.ts';
import { freshState } from './laws/fresh-state.ts';
import { healthWord } from './laws/health-word.ts';
import { helperModel } from './laws/helper-model.ts';
import { irrelevantChange } from './laws/irrelevant-change.ts';
import { isolation } from './laws/isolation.ts';
import { jobModel } from './laws/job-model.ts';
import { learnedScope } from './laws/learned-scope.ts';
import { modelAlias } from './laws/model-alias.ts';
import { namedPathAnswers } from './laws/named-path-answers.ts';
import { noDisclosure } from './laws/no-disclosure.ts';
import { noEgress } from './laws/no-egress.ts';
import { omittedProfile } from './laws/omitted-profile.ts';
import { orderedProfile } from './laws/ordered-profile.ts';
import { ownLogin } from './laws/own-login.ts';
import { probeAgrees } from './laws/probe-agrees.ts';
import { probeBucket } from './laws/probe-bucket.ts';
import { probePin } from './laws/probe-pin.ts';
import { probeReason } from './laws/probe-reason.ts';
import { recovery } from './laws/recovery.ts';
import { restartKeeps } from './laws/restart-keeps.ts';
import { rightHost } from './laws/right-host.ts';
import { rightKind } from './laws/right-kind.ts';
import { sameAgain } from './laws/same-again.ts';
import { sameCredential } from './laws/same-credential.ts';
import { sameFailure } from './laws/same-failure.ts';
import { searchOrder } from './laws/search-order.ts';
import { sessionModel } from './laws/session-model.ts';
import { sessionPin } from './laws/session-pin.ts';
import { spareKeys } from './laws/spare-keys.ts';
import { statusAgrees } from './laws/status-agrees.ts';
import { staysReadable } from './laws/stays-readable.ts';
import { stepsDone } from './laws/steps-done.ts';
import { storedOrder } from './laws/stored-order.ts';
import { throughProxy } from './laws/through-proxy.ts';
import { usableIsUsed } from './laws/usable-is-used.ts';
import { waitingProfiles } from './laws/waiting-profiles.ts';
import { wellFormed } from './laws/well-formed.ts';
import type { Violation } from './violation.ts';

export const ALL_LAWS: readonly Law[] = [
  sameCredential,
  sameFailure,
  documentedPrecedence,
  explicitChoice,
  omittedProfile,
  usableIsUsed,
  waitingProfiles,
  wellFormed,
  rightKind,
  rightHost,
  entryHeaders,
  entryRequest,
  spareKeys,
  probeAgrees,
  probeReason,
  probeBucket,
  statusAgrees,
  checkAgrees,
  healthWord,
  isolation,
  coldStart,
  cooldown,
  afterRefusal,
  commandsKeep,
  searchOrder,
  probePin,
  irrelevantChange,
  modelAlias,
  bareModel,
  jobModel,
  sessionModel,
  helperModel,
  awsDefaultChainLaw,
  noDisclosure,
  noEgress,
  throughProxy,
  ownLogin,
  freshState,
  sameAgain,
  restartKeeps,
  freshHome,
  recovery,
  learnedScope,
  atOnce,
  sessionPin,
  storedOrder,
  firstFailure,
  stepsDone,
  staysReadable,
];

/** The laws that judge a home as it is: those that ask of a case no more than any kind can tell. */
export const HOME_LAWS: readonly GeneralLaw[] = [
  namedPathAnswers,
  orderedProfile,
  sameCredential,
  sameFailure,
  wellFormed,
  rightKind,
  rightHost,
  probeAgrees,
  statusAgrees,
  noDisclosure,
  noEgress,
  throughProxy,
];

/** Every law that a claim may name. */
export const KNOWN_LAWS: readonly Law[] = [...ALL_LAWS, namedPathAnswers, orderedProfile];

/** The violations of a case, one for each fingerprint. */
export function judge(judged: Judged, laws: readonly Law[] = ALL_LAWS): Violation[] {
  return onceEach(laws.filter((law) => isAbout(law, judged)).flatMap((law) => law.check(judged)));
}

/** The violations of a home, one for each fingerprint. */
export function judgeHome(judged: JudgedAny, laws: readonly GeneralLaw[] = HOME_LAWS): Violation[] {
  return onceEach(laws.flatMap((law) => law.check(judged)));
}

function onceEach(violations: readonly Violation[]): Violation[] {
  const found = new Map<Fingerprint, Violation>();
  for (const violation of violations)
    if (!found.has(violation.fingerprint)) found.set(violation.fingerprint, violation);
  return [...found.values()];
}
