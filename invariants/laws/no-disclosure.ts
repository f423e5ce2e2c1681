import { describePlace, placePattern, sourceOf } from '../../generators/secrets/place.ts';
import type { Observation } from '../../observation/observation.ts';
import { ANY_FAMILY } from '../fingerprint.ts';
import type { GeneralLaw } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
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
        disclosures
          .filter((each) => !isFilledIn(each, judged.version) && !isTakenOver(each, judged.version))
          .map(({ where, place }) => ({
            path,
            reference: null,
            behaviour: `${placePattern(place)} in ${where}`,
            detail: `${path} leaves the secret of ${describePlace(place)} in ${where}`,
          })),
      ),
    ),
};

/**
 * Whether a disclosure is a template that stands filled in where plain text of the configuration may. Before 2026.5.22 no document calls it a
 * reference: it is text into which the variable is put as the configuration is read, and `models.providers` are written into models.json.
 *
 * @source openclaw@2026.3.13:docs/help/environment.md ("Secret refs vs `${ENV}` strings"), openclaw@2026.3.13:docs/concepts/models.md ("Models registry");
 *   openclaw@2026.5.22:docs/gateway/secrets.md ("SecretRef contract": "exact string shorthands")
 */
function isFilledIn({ where, place }: Observation['disclosures'][number], version: string): boolean {
  return (
    !isPromised('secretref-contract/shorthand', version) &&
    /\/agent\/models\.json$/.test(where) &&
    sourceOf(place) === 'template'
  );
}

/**
 * Whether a disclosure is the login of another program in a store of profiles. Documents of older builds do not say which of the two
 * a store keeps.
 */
function isTakenOver({ where, place }: Observation['disclosures'][number], version: string): boolean {
  const isProgram = place.holder === 'program login' || place.holder === 'program refresh token';
  const isStore = /auth-profiles|\.sqlite/.test(where);
  return isProgram && isStore && !isPromised('oauth/local-login-is-canonical', version);
}
