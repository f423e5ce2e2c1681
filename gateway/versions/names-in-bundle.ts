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

/**
 * The global symbol under which a build remembers the models.json files that it has written, by their paths and by what they were made
 * of. 2026.4.24 remembers the time before it wrote: in a later home with the same path and configuration it writes none.
 */
export const REMEMBERS_MODELS_FILES = 'openclaw.modelsJsonState';

/** Closes databases, for a second each time: a process may have 64 open unless the limit is lifted, and each run has its own. */
export const CLOSES_DATABASES = 'drainGlobalSingletonLifecycleState';

/** The function behind `openclaw secrets store set`. */
export const WRITES_SECRET = 'writeSecretStoreEntry';

/** Every function that is looked for. */
export const SOUGHT_FUNCTIONS: readonly string[] = [...RESETS, CLOSES_DATABASES, WRITES_SECRET];

/** The script of the child that reads databases, the argument by which it knows itself, and the function by which it serves several requests. */
export const SQLITE_READER = {
  script: 'infra/sqlite-readonly-location.worker.js',
  argument: '--openclaw-sqlite-readonly-child',
  serves: 'function runSession(',
};

/** The entry module of the thread that reads sessions. */
export const SESSION_READER = 'config/sessions/session-transcript.worker.js';
