import type { Case } from '../../generators/case.ts';
import { mapCaseSecrets } from '../../generators/secrets/map-case-secrets.ts';
import type { Secret } from '../../generators/secrets/map-secrets.ts';
import { endedInPreflight, familyOf, gatewayIsolates, type Judged, type Law } from '../law.ts';
import { violationsOf } from '../violation.ts';

const TEXTS: readonly Secret['source'][] = ['inline', 'marker', 'foreign-name'];

/**
 * A gateway that starts serves every path, so that the first one which did not come to its turn tells. What a reference finds must
 * be well-formed: a value that is none ends the start by the same document.
 */
export const coldStart: Law = {
  id: 'cold-start',
  sentence: 'a gateway starts beside a reference of a provider or a profile that finds nothing',
  source: 'openclaw@2026.9.6:docs/gateway/secrets/runtime-model.md (cold gateway startup)',
  judges: (judged) => startsOf(judged).length > 0 && findsNothing(judged.value),
  check: (judged) =>
    violationsOf(
      'cold-start',
      familyOf(judged),
      startsOf(judged)
        .filter(endedInPreflight)
        .slice(0, 1)
        .map(({ path, outcome }) => ({
          path,
          reference: null,
          behaviour: 'no start',
          detail: outcome.kind === 'failure' ? outcome.message : '',
        })),
    ),
};

/** The paths of a gateway that must start. */
function startsOf({ observations, version }: Judged): Judged['observations'] {
  if (!gatewayIsolates(version)) return [];
  return observations.filter(({ lane, outcome }) => lane === 'gateway' && outcome.kind !== 'unsupported');
}

function findsNothing(value: Case): boolean {
  const references: Secret[] = [];
  mapCaseSecrets(value, (secret) => {
    if (!TEXTS.includes(secret.source)) references.push(secret);
    return secret;
  });
  return (
    references.some(({ holds }) => holds === 'nothing') &&
    references.every(({ holds, shape }) => holds === 'nothing' || shape === 'plain')
  );
}
