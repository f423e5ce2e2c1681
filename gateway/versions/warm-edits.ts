/**
 * Statements of a build's own modules that a warm process edits while it loads them, each with its reason. The `cli` lane, which
 * confirms, runs without them. A build that lacks a statement runs as it is.
 */
/** One statement of one module, edited while a warm process loads it. */
export interface ModuleEdit {
  /** Names it where a build lacks the statement. */
  readonly gain: string;
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
 * Each command looks through the folders of plugins anew. Those of a home in which nothing is installed are the build's, and are the
 * same for every home: what was found is kept for the life of the process, as the build itself keeps it for the life of a command.
 */
const KEEPS_PLUGINS: ModuleEdit = {
  gain: 'plugins are looked for once',
  module: /[\\/]discovery-/,
  statement:
    /const cache = (getPluginCache\(\)\.metadata\.sharedDiscovery);\s*const key = hashStableJson\(\{\s*roots,\s*(installRecords: Object\.entries\(params\.installRecords \?\? \{\}\),\s*rootScope: params\.rootScope \?\? "all",)\s*policy: (discoveryPolicy\(env, params\.ownershipUid, roots\.stock\))\s*\}\);/,
  replacement: `const isOfBuild = !Object.keys(params.installRecords ?? {}).length && !pluginCacheExistsSync(roots.global);
  const cache = isOfBuild ? (globalThis.pluginsOfBuild ??= new Map()) : $1;
  const ofHome = { home: '', userHome: '', userProfile: '', cwd: '' };
  const key = hashStableJson({
    roots: isOfBuild ? { stock: roots.stock } : roots,
    $2
    policy: isOfBuild ? { ...$3, ...ofHome } : $3,
  });`,
};

/** Each command reads the files of the build's own plugins anew, too, and keeps what it read with the memory of every home. */
const KEEPS_PLUGIN_FILES: ModuleEdit = {
  gain: 'files of plugins are read once',
  module: /[\\/]plugin-cache-/,
  statement: /(rootDir: key,\s*)files: (\/\* @__PURE__ \*\/ new Map\(\)),\s*checkedEntries: \2,\s*paths: \2,/,
  replacement: `$1...(() => {
    const facts = () => ({ files: new Map(), checkedEntries: new Map(), paths: new Map() });
    if (!key.startsWith(process.env.OPENCLAW_BUNDLED_PLUGINS_DIR || import.meta.dirname)) return facts();
    const ofBuild = (globalThis.pluginFilesOfBuild ??= new Map());
    if (!ofBuild.has(key)) ofBuild.set(key, facts());
    return ofBuild.get(key);
  })(),`,
};

/**
 * Before 2026.8 a command loads plugins some ten times, and each time parses the manifests of all of them anew. Those of the build's own
 * plugins are parsed once.
 */
const KEEPS_PARSED_MANIFESTS: ModuleEdit = {
  gain: 'manifests are parsed once',
  module: /[\\/]manifest-[^\\/-]*\.js/,
  statement:
    /function loadPluginManifest\((rootDir, rejectHardlinks = true(?:, rootRealPath)?)\) \{(?=\s*const manifestPath = resolvePluginManifestPath\(rootDir\);)/,
  replacement: `const manifestsOfBuild = new Map();
function loadPluginManifest($1) {
  if (!rootDir.startsWith(process.env.OPENCLAW_BUNDLED_PLUGINS_DIR || import.meta.dirname)) return parsePluginManifest(...arguments);
  const key = rootDir + ' ' + rejectHardlinks;
  if (!manifestsOfBuild.has(key)) manifestsOfBuild.set(key, parsePluginManifest(...arguments));
  return manifestsOfBuild.get(key);
}
function parsePluginManifest($1) {`,
};

/** Builds of 2026.4 link the files of their bundle beside plugins with dependencies, and look for all of these links at each load. */
const LINKS_BUNDLE_ONCE: ModuleEdit = {
  gain: 'the bundle is linked beside plugins once',
  module: /[\\/](?:loader|bundled-runtime-root)-/,
  statement: /function prepareBundledPluginRuntimeDistMirror\(params\) \{/,
  replacement: `function prepareBundledPluginRuntimeDistMirror(params) {
  const linked = (globalThis.linkedBundles ??= new Map());
  const key = params.installRoot + ' ' + path.dirname(params.pluginRoot);
  if (!linked.has(key) || !fs.existsSync(linked.get(key))) linked.set(key, linkBundleBesidePlugin(params));
  return linked.get(key);
}
function linkBundleBesidePlugin(params) {`,
};

/**
 * Each command freezes all that it read of the plugins, value by value. What was frozen stays so: of the manifests, which every home shares,
 * nothing is left to freeze.
 */
const FREEZES_ONCE: ModuleEdit = {
  gain: 'manifests are frozen once',
  module: /[\\/]plugin-metadata-snapshot-/,
  statement: /function freezeSnapshotValue\(value, seen = \/\* @__PURE__ \*\/ new WeakSet\(\)\) \{/,
  replacement: `const frozenSnapshotValues = new WeakSet();
function freezeSnapshotValue(value, seen = frozenSnapshotValues) {`,
};

/**
 * Each command makes a record of each manifest, and looks for its icons, themes and sources. Of the build's own plugins the record depends
 * on the manifest, which the process keeps, and on the trust that a home has in it. One of which there is something to complain is made anew.
 */
const KEEPS_MANIFEST_RECORDS: ModuleEdit = {
  gain: 'records of manifests are made once',
  module: /[\\/]manifest-registry-build-/,
  statement: /function buildPluginManifestRecord\(params\) \{/,
  replacement: `const recordsOfBuild = new WeakMap();
function buildPluginManifestRecord(params) {
  const { candidate, manifest, diagnostics, trust, schemaCacheKey, configSchema } = params;
  if (candidate.origin !== 'bundled' || manifest !== candidate.bundledManifest) return makePluginManifestRecord(params);
  const own = [candidate.rootDir, candidate.source, candidate.effectivePluginId, candidate.workspaceDir, params.rejectHardlinks, params.bundledChannelConfigCollector];
  const kept = recordsOfBuild.get(manifest);
  if (kept?.own.every((each, index) => each === own[index]))
    return { ...kept.record, trust, trustedOfficialInstall: trust.reason === 'trusted-official' ? true : void 0, schemaCacheKey, configSchema };
  const before = diagnostics.length;
  const record = makePluginManifestRecord(params);
  if (diagnostics.length === before) recordsOfBuild.set(manifest, { own, record: { ...record } });
  return record;
}
function makePluginManifestRecord(params) {`,
};

/** Each command copies the channels of all manifests, and looks in the folder of each plugin for what the doctor asks of it. */
const KEEPS_PLUGIN_PARTS: readonly ModuleEdit[] = [
  {
    gain: 'channels of manifests are copied once',
    module: /[\\/]installed-plugin-index-/,
    statement: /function normalizePackageChannel\(channel\) \{/,
    replacement: `const channelsOfBuild = new WeakMap();
function normalizePackageChannel(channel) {
  if (!channel || !Object.isFrozen(channel)) return copyPackageChannel(channel);
  if (!channelsOfBuild.has(channel)) channelsOfBuild.set(channel, copyPackageChannel(channel));
  return channelsOfBuild.get(channel);
}
function copyPackageChannel(channel) {`,
  },
  {
    gain: "the doctor's part of a plugin is looked for once",
    module: /[\\/]installed-plugin-index-/,
    statement: /const doctorContractArtifact = resolvePluginDoctorContractArtifact\(record\);/,
    replacement: `const artifactsOfBuild = (globalThis.doctorArtifactsOfBuild ??= new Map());
    const isOfBuild = record.origin === 'bundled' && !record.sourcePreferred;
    const doctorContractArtifact = isOfBuild && artifactsOfBuild.has(record.rootDir) ? artifactsOfBuild.get(record.rootDir) : resolvePluginDoctorContractArtifact(record);
    if (isOfBuild) artifactsOfBuild.set(record.rootDir, doctorContractArtifact);`,
  },
];

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

/** The statements that the warm lane edits. */
export const WARM_EDITS: readonly ModuleEdit[] = [
  FORGETS_MARKERS,
  KEEPS_MIGRATED,
  LIFTS_HOME_LIMIT,
  LIFTS_STORE_LIMIT,
  KEEPS_PLUGINS,
  KEEPS_PLUGIN_FILES,
  KEEPS_PARSED_MANIFESTS,
  LINKS_BUNDLE_ONCE,
  TELLS_EXIT_CODE,
  FREEZES_ONCE,
  KEEPS_MANIFEST_RECORDS,
  ...KEEPS_PLUGIN_PARTS,
  COPIES_NEW_DATABASE,
];
