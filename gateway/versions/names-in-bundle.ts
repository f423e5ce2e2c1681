/**
 * Names that a warm process looks for in a build's own code: they may change with any release. `checks/new-release.ts`
 * tells which of them a build lacks.
 *
 * @source docs/openclaw-auth-contract.md 5.4; `resetConfigGuardStateForTests`: the command line keeps the first
 *   configuration that it read for the life of the process
 */

/** Functions that clear what a process remembers. A build that lacks one has nothing of the kind to clear. */
export const RESETS: readonly string[] = [
  'clearRuntimeConfigSnapshot',
  'clearConfigCache',
  'clearRuntimeAuthProfileStoreSnapshots',
  'clearSecretsRuntimeSnapshot',
  'resetModelCatalogCacheForTest',
  'resetConfigGuardStateForTests',
];

/** Closes databases, for a second each time: a process may have 64 open, and each run has its own. */
export const CLOSES_DATABASES = 'drainGlobalSingletonLifecycleState';

/** The function behind `openclaw secrets store set`. */
export const WRITES_SECRET = 'writeSecretStoreEntry';

/** Every function that is looked for. */
export const SOUGHT_FUNCTIONS: readonly string[] = [...RESETS, CLOSES_DATABASES, WRITES_SECRET];

/** One statement of one module, edited while a warm process loads it. */
export interface ModuleEdit {
  /** Found in the address of the module. */
  readonly module: RegExp;
  readonly statement: RegExp;
  /** The text in its place, as `String.replace` takes it. */
  readonly replacement: string;
}

/**
 * The subject's own reset for tests forgets, together with the configuration, that state was migrated, and every command of
 * 2026.9 first looks for state to migrate, for seconds. Only the configuration must be forgotten here: a home is written in
 * the form of its version, so nothing in it waits for a migration.
 */
const KEEPS_MIGRATED: ModuleEdit = {
  module: /config-guard/,
  statement: /(function resetConfigGuardStateForTests\(\) \{)\s*didRunDoctorConfigFlow = false;/,
  replacement: '$1',
};

/** From 2026.8.1 a process refuses more than 256 state folders, and each run has its own. */
export const LIFTS_HOME_LIMIT: ModuleEdit = {
  module: /path-resolve/,
  statement: /(const SHARED_AUTH_STORE_OWNERSHIP_CACHE_LIMIT = )256;/,
  replacement: '$1Infinity;',
};

/** The statements that the warm lane edits. */
export const WARM_EDITS: readonly ModuleEdit[] = [KEEPS_MIGRATED, LIFTS_HOME_LIMIT];

/** The script of the child that reads databases, the argument by which it knows itself, and the function by which it serves several requests. */
export const SQLITE_READER = {
  script: 'infra/sqlite-readonly-location.worker.js',
  argument: '--openclaw-sqlite-readonly-child',
  serves: 'function runSession(',
};

/** The entry module of the thread that reads sessions. */
export const SESSION_READER = 'config/sessions/session-transcript.worker.js';
