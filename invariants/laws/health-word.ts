import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { idOfProfile } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import type { Observation } from '../../observation/observation.ts';
import type { HealthWord } from '../../observation/status.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { areStoredOnce, type Term, termOf, termOfSetup } from './term-of-profile.ts';

/** The words that the time of a profile rules out: `static` promises nothing of one whose time cannot be read. */
const RULED_OUT: Readonly<Record<Term, readonly HealthWord[]>> = {
  lasts: ['expiring', 'expired', 'missing'],
  'is over': ['ok', 'static', 'expiring'],
  'is malformed': ['ok'],
};

const KINDS = { oauth: 'a login', token: 'a token', api_key: 'a key' } as const;

/**
 * Judged for single profiles, and for a provider as a whole where a gateway tells it and all its profiles are alike: no document says how
 * `models status` sums up profiles that differ. A profile that a report does not list is not judged.
 */
export const healthWord: Law = {
  id: 'health-word',
  sentence:
    'a report on stored credentials calls none of them over or missing whose time lasts, and none good whose time is over for good',
  source:
    'openclaw@2026.9.6:docs/concepts/models.md (CLI: OAuth expiry, and a warning within a day); openclaw@2026.9.6:docs/gateway/authentication.md ("Token expiring/expired"); openclaw@2026.9.6:docs/cli/models.md (`auth.oauth`); openclaw@2026.9.6:docs/web/control-ui/feature-reference.md (`models.authStatus`)',
  judges: (judged) => wordsIn(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'health-word',
      familyOf(judged),
      wordsIn(judged).flatMap(({ path, of, kind, word, term }): Deviation[] =>
        RULED_OUT[term].includes(word)
          ? [
              {
                path,
                reference: null,
                behaviour: `${word} for ${kind} whose time ${term}`,
                detail: `${path} calls ${of} ${word}: its time ${term}`,
              },
            ]
          : [],
      ),
    ),
};

interface Said {
  readonly path: Observation['path'];
  /** Its subject, for people. */
  readonly of: string;
  readonly kind: (typeof KINDS)[AuthProfile['type']] | 'a provider';
  readonly word: HealthWord;
  readonly term: Term;
}

function wordsIn(judged: Judged): Said[] {
  const { value, version } = judged;
  const setups = setupsOf(value).filter((setup) => areStoredOnce(value, setup));
  return (['probe', 'auth-status'] as const).flatMap((path) => {
    const report = observed(judged, path);
    if (!report?.health || (path === 'auth-status' && !isPromised('control-ui/auth-state', version)))
      return [];
    const { health, model } = report;
    const ofProfiles = setups.flatMap(({ id, profiles }) =>
      profiles.flatMap((profile): Said[] => {
        const term = termOf(profile);
        const of = idOfProfile(id, profile.name);
        const said = health.profiles.find(({ profileId }) => profileId === of);
        return term && said ? [{ path, of, kind: KINDS[profile.type], word: said.word, term }] : [];
      }),
    );
    const own = setups.find(({ id }) => id === model.provider);
    const term = own && path === 'auth-status' ? termOfSetup(own) : null;
    const { provider: word } = health;
    return term && word
      ? [...ofProfiles, { path, of: model.provider, kind: 'a provider' as const, word, term }]
      : ofProfiles;
  });
}
