import { setupOfProgram } from '../../generators/axes/program-login.ts';
import type { Case } from '../../generators/case.ts';
import { type Credential, placeOf } from '../../observation/credential.ts';
import { describeHolder, describeOrigin } from '../../observation/credential-text.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { violationsOf } from '../violation.ts';

/** The two logins are of different accounts, so that no build may take the one for the other, not even where its own cannot be renewed. */
export const ownLogin: Law = {
  id: 'own-login',
  sentence: "where OpenClaw has a login of its own, no path sends another program's",
  source:
    'openclaw@2026.9.6:docs/concepts/oauth.md ("The token sink": "once OpenClaw owns a local OAuth profile for a provider, the local refresh token is canonical")',
  judges: isAbout,
  check: (judged) => {
    if (!isAbout(judged)) return [];
    return violationsOf(
      'own-login',
      familyOf(judged),
      judged.observations.flatMap(({ path }) => {
        const sent = observed(judged, path)?.requests.flatMap(({ credentials }) => credentials) ?? [];
        const other = sent.find(isOfProgram);
        if (!other) return [];
        return [
          {
            path,
            reference: null,
            behaviour: `${describeHolder(other)} beside a login of its own`,
            detail: `${path} sends ${describeOrigin(other)}, though a profile has a login`,
          },
        ];
      }),
    );
  },
};

function isAbout({ value, version }: Judged): boolean {
  return hasBoth(value) && isPromised('oauth/local-login-is-canonical', version);
}

/** Whether a profile holds a login beside that of the program. */
function hasBoth(value: Case): boolean {
  const profiles = setupOfProgram(value)?.profiles ?? [];
  return profiles.some(({ secret, refresh }) => secret.holds !== 'nothing' || refresh !== 'none');
}

function isOfProgram(credential: Credential): boolean {
  const holder = placeOf(credential)?.holder;
  return holder === 'program login' || holder === 'program refresh token';
}
