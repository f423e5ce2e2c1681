/**
 * Statements of a build's own modules that a warm process edits while it loads them, each with its reason. The `cli` lane, which
 * confirms, runs without them. A build that lacks a statement runs as it is.
 */
import type { ModuleEdit } from './module-edit.ts';
import { PLUGIN_EDITS } from './plugin-edits.ts';
import { RETRY_EDITS } from './retry-edits.ts';

/**
 * The subject's own reset for tests forgets, together with the configuration, that state was migrated, and every command of
 * 2026.9 first looks for state to migrate, for seconds. Only the configuration must be forgotten here: a home is written in
 * the form of its version, so nothing in it waits for a migration.
 */
const KEEPS_MIGRATED: ModuleEdit = {
  gain: 'state is migrated once',
  module: /config-guard/,
  statement: /(function resetConfigGuardStateForTests\(\) \{)\s*didRunDoctorConfigFlow = false;/,
  replacement: '$1',
};

/** From 2026.7.1-2 a command may leave its exit code to the end of its process, which a warm one does not come to. */
const TELLS_EXIT_CODE: ModuleEdit = {
  gain: 'exit codes that are left to the end of the process',
  module: /[\\/]one-shot-exit-/,
  statement:
    /(function requestExitAfterOneShotOutput\(runtime = defaultRuntime, exitCode(?: = 0)?\) \{\s*if \(runtime !== defaultRuntime\) return false;)/,
  replacement: '$1 if (exitCode) process.exitCode = exitCode;',
};

/** From 2026.8.1 a process refuses more than 256 state folders, and each run has its own. */
export const LIFTS_HOME_LIMIT: ModuleEdit = {
  gain: 'more than 256 state folders',
  module: /path-resolve/,
  statement: /(const SHARED_AUTH_STORE_OWNERSHIP_CACHE_LIMIT = )256;/,
  replacement: '$1Infinity;',
};

/**
 * From 2026.9 a process opens 64 stores, and each run has its own. Closing them ends the threads that hold them, and each new thread
 * loads the modules of its stores anew, for a second of processor time.
 */
export const LIFTS_STORE_LIMIT: ModuleEdit = {
  gain: 'more than 64 open stores',
  module: /sqlite-worker-store-/,
  statement: /(const MAX_STORES = )64;/,
  replacement: '$1Infinity;',
};

/**
 * A new home's state database is made by the build's migrations, which find nothing to migrate. The first one of a process is kept as
 * it is after them, and each later home begins with a copy of it. A database that is there is opened as the build opens it.
 */
const COPIES_NEW_DATABASE: ModuleEdit = {
  gain: 'the tables of a new home are copied',
  module: /[\\/]openclaw-state-db-[^\\/]*\.mjs/,
  statement:
    /(const db = openTrackedStateDatabase\(params\.pathname, \{ existingOnly: params\.existingSchema \}\);)([\s\S]{0,3000}?)params\.ensureSchema\(db\);(\s*return walMaintenance;)/,
  replacement: `const isNewDatabase = !params.existingSchema && !existsSync(params.pathname);
  const files = process.getBuiltinModule('node:fs');
  const isCopyOfNewDatabase = isNewDatabase && globalThis.newStateDatabase !== undefined;
  if (isCopyOfNewDatabase) files.writeFileSync(params.pathname, globalThis.newStateDatabase, { mode: 0o600 });
  $1$2if (!isCopyOfNewDatabase) params.ensureSchema(db);
  if (isNewDatabase && !isCopyOfNewDatabase) {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    globalThis.newStateDatabase = files.readFileSync(params.pathname);
  }$3`,
};

/**
 * The names of variables that stand for keys are those of the plugins that the first home of a process allows, kept for its life. A
 * later home has its own: without this its `apiKey: "OLLAMA_API_KEY"` is sent as a key.
 */
const FORGETS_MARKERS: ModuleEdit = {
  gain: 'the names of variables are those of each home',
  module: /[\\/]model-auth-markers-/,
  statement: /(known(?:EnvApiKey|NonSecretApiKey)MarkersCache) \?\?= /g,
  replacement:
    'if (globalThis.homeOf_$1 !== process.env.HOME) { $1 = undefined; globalThis.homeOf_$1 = process.env.HOME; }\n\t$1 ??= ',
};

/**
 * A process keeps the client and the token that it first had for a service account, and whether there are default credentials at all. A
 * later home has its own.
 */
const FORGETS_DEFAULT_CREDENTIALS: readonly ModuleEdit[] = [
  {
    gain: "Google's default credentials are those of each home",
    module: /[\\/]vertex-adc-/,
    statement: /(async function resolveGoogleVertexAccessTokenViaGoogleAuth\(\w*\) \{)/,
    replacement: '$1 cachedGoogleAuthClient = void 0; cachedGoogleVertexAdcToken = void 0;',
  },
  {
    gain: "whether there are Google's default credentials is asked in each home",
    module: /[\\/]env-api-keys/,
    statement: /if \(cachedVertexAdcCredentialsExists === null\)/,
    replacement: 'if (true)',
  },
];

/**
 * A build before 2026.8 registers the API of a plugin once for the life of its process, with the address and the headers of the model
 * that was first asked. Each command has a process of its own: without this, images of Ollama take a key to where an earlier home's
 * model was. A build may be given the same folder for every home, so requests are told apart and no folders.
 */
export const FORGETS_CUSTOM_APIS: ModuleEdit = {
  gain: "the APIs of plugins are those of each command's models",
  module: /[\\/]provider-stream-/,
  statement:
    /(function ensureCustomApiRegistered\(api, streamFn\) \{)\s*if \(getApiProvider\(api\)\) return false;/,
  replacement: `$1 const requests = globalThis.requestsOfCustomApis ??= new Map();
  const isOfEarlier = requests.has(api) && requests.get(api) !== globalThis.requestOfWorker;
  if (getApiProvider(api) && !isOfEarlier) return false;
  requests.set(api, globalThis.requestOfWorker);`,
};

/**
 * From 2026.4.27 on a process keeps for 30 seconds whether an embedding provider answers, under the settings of memory search: a later
 * home may have other keys.
 */
export const FORGETS_EMBEDDING_CHECKS: ModuleEdit = {
  gain: 'whether an embedding provider answers is asked by each command',
  module: /[\\/]manager-[^\\/]*\.js/,
  statement: /(const EMBEDDING_PROBE_CACHE_TTL_MS = )3e4;/,
  replacement: '$1 0;',
};

/** The statements that the warm lane edits. */
export const WARM_EDITS: readonly ModuleEdit[] = [
  FORGETS_CUSTOM_APIS,
  FORGETS_MARKERS,
  KEEPS_MIGRATED,
  LIFTS_HOME_LIMIT,
  LIFTS_STORE_LIMIT,
  TELLS_EXIT_CODE,
  ...PLUGIN_EDITS,
  ...FORGETS_DEFAULT_CREDENTIALS,
  COPIES_NEW_DATABASE,
  FORGETS_EMBEDDING_CHECKS,
  ...RETRY_EDITS,
];
