/**
 * Places where a canary may be, because the case itself put it there.
 *
 * An inline secret of the configuration may also be in the backups that OpenClaw keeps of it (openclaw.json.bak,
 * .last-good), and in the generated models.json: openclaw@2026.9.6:docs/gateway/secrets.md says that plaintext stays
 * readable there. Some builds generate a part of that file for each plugin (openclaw@2026.6.11:docs/concepts/models.md, "plugin-owned
 * catalog shards"): of its provider's entry. The agent's database is not one of them: it has sessions, too. A secret behind a reference may be
 * in none.
 */

import type { Layer } from '../../generators/axes/environment.ts';
import { PROGRAM_FILE } from '../../generators/axes/program-login.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { type CasePlace, sourceOf } from '../../generators/secrets/place.ts';
import { isFileOf } from './google-files.ts';
import { SECRET_COMMAND, SECRETS_FILE } from './secret-files.ts';

/** The configuration, also one that a working directory has. */
export const CONFIG = /^(\.openclaw|work)\/openclaw\.json/;
export const MODELS_FILE = /^\.openclaw\/agents\/[^/]+\/agent\/models\.json$/;
const CATALOG_FILE = /^\.openclaw\/agents\/[^/]+\/agent\/plugins\/[^/]+\/catalog\.json$/;
/** The AWS SDK itself may keep what SSO gave it. */
const AWS_FILES = /^\.aws\//;
/**
 * The stores of profiles and of secrets (docs/openclaw-auth-contract.md 1.6), with the files that SQLite keeps
 * beside its own, and the backups that a doctor keeps of older ones
 * (openclaw@2026.9.6:docs/gateway/authentication.md).
 */
export const AUTH_STORE =
  /^\.openclaw\/(agents\/[^/]+\/agent\/(auth-profiles\.json[^/]*|openclaw-agent\.sqlite)|state\/openclaw\.sqlite)(-wal|-shm|-journal)?$/;

const LAYERS: Record<Layer, RegExp> = {
  process: /^$/,
  state: /^\.openclaw\/\.env$/,
  config: CONFIG,
  workspace: /^work\/\.env$/,
  'config-short': CONFIG,
};

/** @param file relative to the home */
export function declares(file: string, place: CasePlace): boolean {
  if (providerOf(place.provider).exchange?.keptIn.test(file)) return true;
  if (place.holder === 'environment') return LAYERS[place.variable.layer].test(file);
  if (place.holder === 'spare key') return false;
  switch (sourceOf(place)) {
    case 'file':
      return file === SECRETS_FILE;
    case 'exec':
      return file === SECRET_COMMAND;
    case 'store':
      return AUTH_STORE.test(file);
    case 'dotenv':
      return LAYERS.state.test(file);
    case 'inline':
      break;
    default:
      return false;
  }
  switch (place.holder) {
    case 'entry':
    case 'header':
    case 'request':
      return [CONFIG, MODELS_FILE, CATALOG_FILE].some((each) => each.test(file));
    case 'gateway token':
    case 'channel':
    case 'speech':
    case 'search':
    case 'memory':
      return CONFIG.test(file) || MODELS_FILE.test(file);
    case 'aws':
    case 'aws role base':
      return AWS_FILES.test(file);
    case 'default credentials file':
      return isFileOf(file, place);
    case 'program login':
    case 'program refresh token':
      return file === PROGRAM_FILE || (place.seeds && AUTH_STORE.test(file));
    case 'models.json':
      return [MODELS_FILE, CATALOG_FILE].some((each) => each.test(file));
    default:
      return AUTH_STORE.test(file);
  }
}
