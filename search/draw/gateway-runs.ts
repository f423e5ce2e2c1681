/**
 * Lets some runs of a search take doors that only a running gateway has, beside their own paths. Each door starts a
 * gateway, which takes as long as ten commands: so a run takes two of them, and the next such run two others. A door is also taken
 * by the first case that has what the door is about.
 */
import { isDeepStrictEqual } from 'node:util';
import { unsupportedReason } from '../../gateway/asked/unsupported-reason.ts';
import { modelOfHelper } from '../../generators/axes/helper-model.ts';
import { modelOfJob } from '../../generators/axes/job-model.ts';
import { modelOfSession, type SessionModel } from '../../generators/axes/session-model.ts';
import type { Case } from '../../generators/case.ts';
import { isAlone, type ProviderSetup, usableSetup } from '../../generators/provider-setup.ts';
import type { Law } from '../../invariants/law.ts';
import type { PathName } from '../../observation/path-name.ts';
import { modelOf } from '../../paths/asked-model.ts';
import { pathOf } from '../../paths/paths.ts';
import type { CaseRun } from './choose-runs.ts';
import type { Space } from './space.ts';

/** The runs that take doors as a part of all: one in so many. */
const RUNS_TO_ONE = 15;
const DOORS_A_RUN = 2;

/**
 * @param doors paths of a gateway: each such run takes those two of them that its provider has in the build and that
 *   were not taken for longest
 * @param laws those of the search: a variant on a door is run where the case has what the door is about
 * @returns as many runs, in the same order
 */
export function withGatewayPaths(
  runs: readonly CaseRun[],
  doors: readonly PathName[],
  { version }: Pick<Space, 'version'>,
  laws: readonly Law[],
): CaseRun[] {
  let queue = [...doors];
  const met = new Set<string>();
  return runs.map((run, index) => {
    const { value } = run;
    const has = (path: PathName) =>
      unsupportedReason(modelOf(value, pathOf(path)).provider, pathOf(path), version, 'gateway') === null;
    const own = aboutIn(value).filter(({ about, door }) => {
      return doors.includes(door) && has(door) && !met.has(`${about}: ${door}`);
    });
    const ownDoors = [...new Set(own.map(({ door }) => door))].slice(0, DOORS_A_RUN);
    for (const { about, door } of own) if (ownDoors.includes(door)) met.add(`${about}: ${door}`);
    const next = index % RUNS_TO_ONE === 0 ? queue.filter(has).slice(0, DOORS_A_RUN) : [];
    const taken = [...new Set([...next, ...ownDoors])];
    if (taken.length === 0) return run;
    queue = [...queue.filter((each) => !next.includes(each)), ...next];
    const isAsked = (law: Law) =>
      run.laws.includes(law) || (law.variantPaths?.some((path) => taken.includes(path)) ?? false);
    return { ...run, paths: [...run.paths, ...taken], laws: laws.filter(isAsked) };
  });
}

/**
 * Attachments and where they may be read; reports and keys that they do not see as text, and the view of the configuration and those that
 * it must not show; turns of an agent of its own; jobs that name a
 * model, turns for which one is picked, and subagents and heartbeats that are given one. A case with several credentials, or one that is refused, would hide what a door does.
 */
function aboutIn(value: Case): { about: string; door: PathName }[] {
  const namedModel = modelOfJob(value);
  const pickedModel = modelOfSession(value);
  const helpersModel = modelOfHelper(value);
  // A picked model that fails alone shows whether it is strict.
  if (pickedModel !== null && mayFallBack(value, pickedModel))
    return [{ about: 'session that may fall back', door: 'socket-chat' }];
  if (!isPlain(value.provider)) return [];
  const source = referenceOf(value.provider);
  const all: [about: string | null, doors: readonly PathName[]][] = [
    [value.fileScope === 'anywhere' ? null : 'attachment', ATTACHMENTS],
    [source === null ? null : `key of ${source}`, REPORTS],
    [isInConfiguration(value.provider) ? 'key in the configuration' : null, VIEWS],
    [value.agent === 'second' ? 'agent' : null, TURNS_OF_AN_AGENT],
    [namedModel === null ? null : `job of ${namedModel}`, JOBS],
    [pickedModel === null ? null : `session of ${pickedModel}`, PICKED],
    [helpersModel === null ? null : `helper of ${helpersModel}`, HELPERS],
    [value.heartbeat === null ? null : `heartbeat of ${value.heartbeat}`, HEARTBEATS],
    [
      helpersModel === 'other-provider' && isInTrouble(value.otherProvider) ? 'failed heartbeat' : null,
      AFTERWARDS,
    ],
  ];
  return all.flatMap(([about, doors]) => (about === null ? [] : doors.map((door) => ({ about, door }))));
}

const ATTACHMENTS: readonly PathName[] = ['telegram-photo', 'telegram-photo-again', 'inbound-image'];
const REPORTS: readonly PathName[] = ['auth-status', 'model-list', 'chat-startup'];
const VIEWS: readonly PathName[] = ['config-view'];
const TURNS_OF_AN_AGENT: readonly PathName[] = ['subagent', 'cron-job', 'heartbeat', 'image-generation-tool'];
const JOBS: readonly PathName[] = ['cron-job'];
const HELPERS: readonly PathName[] = ['subagent', 'heartbeat', 'after-heartbeat', 'compact-command'];
const HEARTBEATS: readonly PathName[] = ['heartbeat', 'after-heartbeat'];
const AFTERWARDS: readonly PathName[] = ['after-heartbeat'];
const PICKED: readonly PathName[] = ['socket-chat', 'http-responses'];

/** Whether the provider of a picked model answers otherwise than it is asked for, and the agent's model has one to fall back on. */
function mayFallBack({ provider, otherProvider, fallback }: Case, picked: SessionModel): boolean {
  const { answer } = (picked === 'other-provider' && otherProvider) || provider;
  return fallback !== null && otherProvider !== null && answer !== 'by-key';
}

/** Whether a provider answers otherwise than it is asked for. */
function isInTrouble(setup: ProviderSetup | null): boolean {
  return setup !== null && setup.answer !== 'by-key';
}

/** Whether a provider has one credential, which it takes. */
function isPlain(setup: ProviderSetup): boolean {
  const isTaken = setup.answer === 'by-key' && setup.answeredRequests === 'every';
  return isTaken && isAlone(setup) && isDeepStrictEqual(usableSetup(setup), setup);
}

/** The file, the command or the store of secrets that a key is behind; null for none. */
function referenceOf({ entry, profiles }: ProviderSetup): string | null {
  const sources = [entry?.apiKey, ...profiles.map(({ secret }) => secret)].map(
    (secret) => secret?.source ?? '',
  );
  return sources.find((source) => BEHIND.includes(source)) ?? null;
}

/** Whether a key stands in the configuration as text. */
function isInConfiguration({ entry, environment }: ProviderSetup): boolean {
  const secrets = [entry?.apiKey, entry?.header];
  return (
    secrets.some((secret) => secret?.source === 'inline') ||
    environment.some(({ layer }) => layer === 'config' || layer === 'config-short')
  );
}

const BEHIND: readonly string[] = ['file', 'exec', 'store'];
