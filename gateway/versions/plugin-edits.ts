/**
 * The statements with which a build looks through its own plugins at each command. No home changes these plugins, so that a warm process
 * keeps what was found of them.
 */
import type { ModuleEdit } from './module-edit.ts';

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
  const roots = [process.env.OPENCLAW_BUNDLED_PLUGINS_DIR, import.meta.dirname].filter(Boolean);
  if (!roots.some((root) => rootDir.startsWith(root))) return parsePluginManifest(...arguments);
  const key = rootDir + ' ' + rejectHardlinks;
  if (!manifestsOfBuild.has(key)) manifestsOfBuild.set(key, parsePluginManifest(...arguments));
  return manifestsOfBuild.get(key);
}
function parsePluginManifest($1) {`,
};

/** Before 2026.8 they also look through the folders of the build's own plugins anew, which no home changes. */
const KEEPS_BUNDLED_FOLDERS: ModuleEdit = {
  gain: "folders of the build's plugins are looked through once",
  module: /[\\/]discovery-[^\\/]*\.js/,
  statement: /function discoverInDirectory\(params\) \{(?=\s*if \(!fs\.existsSync\(params\.dir\)\) return;)/,
  replacement: `const foldersOfBuild = new Map();
function discoverInDirectory(params) {
  const { candidates, diagnostics, seen, env, realpathCache, packageManifestCache, ...others } = params;
  if (others.origin !== 'bundled' || Object.values(others).some((each) => typeof each === 'object')) return lookThroughDirectory(params);
  const key = JSON.stringify(others);
  if (!foldersOfBuild.has(key)) {
    const own = { candidates: [], diagnostics: [], seen: new Set() };
    lookThroughDirectory({ ...params, ...own });
    foldersOfBuild.set(key, own);
  }
  const kept = foldersOfBuild.get(key);
  diagnostics.push(...kept.diagnostics);
  for (const candidate of kept.candidates) if (!seen.has(candidate.source)) candidates.push({ ...candidate });
  for (const each of kept.seen) seen.add(each);
}
function lookThroughDirectory(params) {`,
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
 * A build copies the code of a plugin that it does not bring into the state folder, and loads it from there when it needs it. What a warm
 * process has loaded of it must outlive the home: some modules are loaded in a later one, from where the first had them.
 */
export const KEEPS_CAPTURED_CODE: ModuleEdit = {
  gain: 'the code of installed plugins outlives a home',
  module: /[\\/]plugin-source-capture-directory-/,
  statement:
    /(function instanceDirectory\(stateDir\) \{)\s*return path\.join\(stateDir, "tmp", "plugin-captures"\);/,
  replacement: `$1
  return globalThis.capturesOfPlugins ??= fs.mkdtempSync(path.join(process.env.SQLITE_TMPDIR || tmpdir(), "plugin-captures-"));`,
};

/** 2026.9.5 copies it into the folder of temporary files, which is the home's, too. */
export const KEEPS_EARLIER_CAPTURES: ModuleEdit = {
  gain: 'the code of installed plugins outlives a home, as 2026.9.5 copies it',
  module: /[\\/]plugin-generation-artifact-/,
  statement: /(sourceCaptureDirectory\.getStore\(\) \?\? )tmpdir\(\)(, "openclaw-plugin-build-"\))/,
  replacement: '$1(process.env.SQLITE_TMPDIR || tmpdir())$2',
};

export const PLUGIN_EDITS: readonly ModuleEdit[] = [
  KEEPS_CAPTURED_CODE,
  KEEPS_EARLIER_CAPTURES,
  KEEPS_PLUGINS,
  KEEPS_PLUGIN_FILES,
  KEEPS_PARSED_MANIFESTS,
  KEEPS_BUNDLED_FOLDERS,
  LINKS_BUNDLE_ONCE,
  FREEZES_ONCE,
  KEEPS_MANIFEST_RECORDS,
  ...KEEPS_PLUGIN_PARTS,
];
