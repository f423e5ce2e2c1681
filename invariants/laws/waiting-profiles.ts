import type { Case } from '../../generators/case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { ownerOf, placeOf } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { credentialsHolder, credentialsText, firstCredentials, outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { refusesItsOwnAlone, refusesOthersBeside, waitingProviders } from '../waiting-profiles.ts';
import { SEARCH_PATHS } from './search-order.ts';

const SEARCHES: readonly PathName[] = SEARCH_PATHS;

/**
 * Holders of a key that is set for one path alone. It comes before any profile, so that nothing falls through to it.
 *
 * @source openclaw@2026.9.6:docs/tools/tts.md (apiKey of a provider); openclaw@2026.9.6:docs/reference/memory-config.md (remote endpoint)
 */
const OF_ONE_PATH: readonly string[] = ['speech', 'memory'];

/** The law same-failure requires that the paths fail in one class; this law requires that each fails in that very class. */
export const waitingProfiles: Law = {
  id: 'waiting-profiles',
  sentence:
    'a path whose profiles wait for a migration says so and sends nothing else, and no other provider is refused',
  source:
    'openclaw@2026.9.6:docs/concepts/oauth.md (AUTH_PROFILE_MIGRATION_REQUIRED); openclaw@2026.8.1:docs/concepts/model-failover.md ("fails closed"); upstream: profiles gone without a word after an update (#100067, #98099)',
  judges: ({ value }) => setupsOf(value).some(({ profileStore }) => profileStore !== 'own'),
  check: (judged) =>
    violationsOf(
      'waiting-profiles',
      familyOf(judged),
      judged.observations.flatMap(({ path }) => {
        const observation = observed(judged, path);
        const behaviour = observation && wrongOf(judged, observation);
        return observation && behaviour ? [deviation(observation, behaviour)] : [];
      }),
    ),
};

function deviation(observation: Observation, behaviour: string): Deviation {
  const { path } = observation;
  const sent = credentialsText(firstCredentials(observation));
  const detail = `${path} ends with ${outcomeText(observation)} (${sent}): ${behaviour}`;
  return { path, reference: null, behaviour, detail };
}

/** The act of a path that it may not do; null for none. */
function wrongOf({ value, version }: Judged, observation: Observation): string | null {
  const { path, model, outcome } = observation;
  const waiting = waitingProviders(value, version);
  const isRefused = outcome.kind === 'failure' && outcome.class === 'needs-migration';
  if (!waiting.some((id) => id === model.provider)) {
    const isKnown = waiting.length === 0 || (refusesItsOwnAlone(version) && canBeTold(value, waiting));
    return isRefused && isKnown ? 'refused for what is not its own' : null;
  }
  if (SEARCHES.includes(path) && !searchesByLogin(value)) return null;
  const own = (firstCredentials(observation) ?? [])
    .filter((each) => ownerOf(each) === model.provider)
    .filter((each) => !OF_ONE_PATH.includes(placeOf(each)?.holder ?? ''));
  if (own.length > 0)
    return refusesOthersBeside(version) ? `sends ${credentialsHolder(own)} in their place` : null;
  const isForWant = outcome.kind === 'failure' && outcome.class === 'no-credential';
  return isForWant ? 'no-credential in place of needs-migration' : null;
}

/**
 * Whether web search reads a profile that waits: that of a login of xAI, and no key.
 *
 * @source openclaw@2026.9.6:docs/tools/gemini-search.md (Credential precedence); openclaw@2026.9.6:docs/tools/grok-search.md
 */
function searchesByLogin(value: Case): boolean {
  return setupsOf(value).some(
    ({ id, profiles }) => id === 'xai' && profiles.some(({ type }) => type === 'oauth'),
  );
}

/** Whether the file tells whose it is: a record without a key, or with other names, may leave that open. */
function canBeTold(value: Case, waiting: readonly ProviderId[]): boolean {
  const profiles = setupsOf(value).flatMap((setup) => (waiting.includes(setup.id) ? setup.profiles : []));
  return value.profileRecord === 'usual' && profiles.every(({ secret }) => secret.holds !== 'nothing');
}
