/**
 * The files and variables of Google's default credentials.
 *
 * @source Google Cloud, "How Application Default Credentials works"; openclaw@2026.9.6: the plugin manifest of google (`authEvidence`)
 */
import path from 'node:path';
import type { Case } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { VERTEX_VARIABLES } from '../../generators/providers/google-vertex.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import { accountOf, keyIdOf } from '../../generators/secrets/default-credentials.ts';
import type { CasePlace } from '../../generators/secrets/place.ts';
import { privateKeyOf } from '../../mocks/google/test-key.ts';

type FilePlace = Extract<CasePlace, { holder: 'default credentials file' }>;
type At = FilePlace['file']['at'];

/** By their place, below the home. */
const FILES: Record<At, string> = {
  'well-known': '.config/gcloud/application_default_credentials.json',
  variable: 'keys/google-credentials.json',
};

/** Whether a file of a home, by its name below it, is the one of a place. */
export function isFileOf(file: string, { file: { at } }: FilePlace): boolean {
  return file === FILES[at];
}

/** The files of a case, by their names below its home. */
export function googleFiles(canaries: readonly Canary[]): Record<string, string> {
  return Object.fromEntries(
    canaries.flatMap(({ place, text }) =>
      place.holder === 'default credentials file'
        ? [[FILES[place.file.at], JSON.stringify(contentOf(place, text), null, 2)]]
        : [],
    ),
  );
}

/** The variables that say where the files are, and where in Google's cloud the user is. */
export function googleVariables(value: Case, folder: string): Record<string, string> {
  const setup = setupsOf(value).find(({ id }) => providerOf(id).credentials === 'google-cloud');
  if (!setup) return {};
  const isNamed = setup.defaultCredentials.some(({ at }) => at === 'variable');
  return {
    ...VERTEX_VARIABLES,
    ...(isNamed ? { GOOGLE_APPLICATION_CREDENTIALS: path.join(folder, FILES.variable) } : {}),
  };
}

function contentOf({ file: { kind } }: FilePlace, secret: string): object {
  if (kind === 'authorized-user')
    return {
      type: 'authorized_user',
      client_id: 'case.apps.googleusercontent.com',
      client_secret: 'of-no-value',
      refresh_token: secret,
      quota_project_id: VERTEX_VARIABLES.GOOGLE_CLOUD_PROJECT,
    };
  return {
    type: 'service_account',
    project_id: VERTEX_VARIABLES.GOOGLE_CLOUD_PROJECT,
    private_key_id: keyIdOf(secret),
    private_key: privateKeyOf(secret),
    client_email: accountOf(secret),
    client_id: '100000000000000000000',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    universe_domain: 'googleapis.com',
  };
}
