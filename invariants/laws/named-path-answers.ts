import { holderOfCredential } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import { pathOf } from '../../paths/paths.ts';
import { credentialsText, firstCredentials, modelRequests, outcomeText } from '../behaviour.ts';
import { factsOf } from '../facts/facts-of.ts';
import { type GeneralLaw, type JudgedAny, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/**
 * The plain question of a report, on the paths that its user names: chat is answered, this is not; or nothing is, although
 * there is a usable credential, or one that comes before what was sent. A model that the build does not know excuses no path
 * whose model the configuration lists.
 */
export const namedPathAnswers: GeneralLaw = {
  id: 'named-path-answers',
  sentence:
    'a path that the user named is answered where chat is, never ends for want of a credential that its home has, and sends none that was replaced',
  source:
    'openclaw@2026.9.6:docs/nodes/media-understanding.md ("the same auth resolution as normal model calls"); openclaw@2026.9.6:docs/auth-credential-semantics.md (eligibility); openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md; openclaw@2026.9.6:docs/gateway/secrets/operations.md (after a rotation)',
  judges: (judged) => factsOf(judged).failing.length > 0,
  check: (judged) => {
    const facts = factsOf(judged);
    const deviations = facts.failing.flatMap((path) => {
      const observation = observed(judged, path);
      return observation ? deviationOf(judged, observation) : [];
    });
    return violationsOf('named-path-answers', facts.family, deviations);
  },
};

function deviationOf(judged: JudgedAny, observation: Observation): Deviation[] {
  const { path, outcome, model } = observation;
  if (outcome.kind !== 'failure') return [];
  const replaced = (firstCredentials(observation) ?? []).find((each) =>
    factsOf(judged).readsReplaced(each, observation.lane),
  );
  if (replaced && outcome.class === 'rejected' && !observation.undone)
    return [
      {
        path,
        reference: null,
        behaviour: `rejected with a replaced ${holderOfCredential(replaced)}`,
        detail: `${path} sends the key that ${credentialsText([replaced])} had before its user replaced it: ${outcome.message}`,
      },
    ];
  // A profile that chat's model names is a choice for the paths that ask that model.
  const isNamed = factsOf(judged).chatNamesProfile;
  const isChats = pathOf(path).model.of === 'chat';
  const chat = observed(judged, 'chat');
  if (chat?.outcome.kind === 'answer' && (!isNamed || isChats)) {
    const end = outcomeText(observation);
    const reference = { path: 'chat', behaviour: 'answer' } as const;
    const detail = `chat is answered (${credentialsText(firstCredentials(chat))}), ${path} ends with ${end} (${credentialsText(firstCredentials(observation))}): ${outcome.message}`;
    return [{ path, reference, behaviour: end, detail }];
  }
  const live = isNamed && isChats ? [] : factsOf(judged).liveSecrets(model.provider, observation.lane);
  const passed = live.find(({ kind }) => kind === 'profile');
  if (passed && outcome.class === 'rejected' && isAfterProfiles(judged, observation))
    return [
      {
        path,
        reference: null,
        behaviour: 'rejected beside a usable profile',
        detail: `${path} sends ${credentialsText(firstCredentials(observation))} and is rejected, ${passed.name} comes before it: ${outcome.message}`,
      },
    ];
  const held = live[0];
  if (!held || outcome.class !== 'no-credential' || modelRequests(observation).length > 0) return [];
  const behaviour = `no-credential beside a usable ${held.kind}`;
  return [
    {
      path,
      reference: null,
      behaviour,
      detail: `${path} finds no credential, ${held.name} is one: ${outcome.message}`,
    },
  ];
}

/** Whether a credential is of a place that profiles come before (docs/openclaw-auth-contract.md 2). */
function isAfterProfiles(judged: JudgedAny, observation: Observation): boolean {
  const sent = firstCredentials(observation) ?? [];
  const holders = sent.map(holderOfCredential);
  const isLater = holders.length > 0 && holders.every((each) => each === 'entry' || each === 'environment');
  return isLater && !factsOf(judged).leavesOrderOpen(observation.model.provider);
}
