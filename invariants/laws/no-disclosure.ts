import { describePlace, placePattern } from '../../generators/secrets/place.ts';
import { ANY_FAMILY } from '../fingerprint.ts';
import type { GeneralLaw } from '../law.ts';
import { violationsOf } from '../violation.ts';

export const noDisclosure: GeneralLaw = {
  id: 'no-disclosure',
  // Each observation says it by itself.
  over: 'both',
  sentence: 'no secret in stdout, stderr, logs, errors, sessions or files it was not put in',
  source: 'openclaw@2026.9.6:docs/gateway/secrets.md (SecretRefs keep credentials out of generated files)',
  check: (judged) =>
    violationsOf(
      'no-disclosure',
      // One code writes files and logs for all providers.
      ANY_FAMILY,
      judged.observations.flatMap(({ path, disclosures }) =>
        disclosures.map(({ where, place }) => ({
          path,
          reference: null,
          behaviour: `${placePattern(place)} in ${where}`,
          detail: `${path} leaves the secret of ${describePlace(place)} in ${where}`,
        })),
      ),
    ),
};
