/**
 * Lets some runs of a search take doors that only a running gateway has, beside their own paths. Each door starts a
 * gateway, which takes as long as ten commands: so a run takes two of them, and the next such run two others. A door is also taken
 * by the first case that has what the door is about.
 */
import { isDeepStrictEqual } from 'node:util';
import { unsupportedReason } from '../../gateway/asked/unsupported-reason.ts';
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
  const concerned = new Set<PathName>();
  return runs.map((run, index) => {
    const { value } = run;
    const has = (path: PathName) =>
      unsupportedReason(modelOf(value, pathOf(path)).provider, pathOf(path), version, 'gateway') === null;
    const own = aboutIn(value).filter((door) => doors.includes(door) && !concerned.has(door) && has(door));
    for (const door of own.slice(0, DOORS_A_RUN)) concerned.add(door);
    const next = index % RUNS_TO_ONE === 0 ? queue.filter(has).slice(0, DOORS_A_RUN) : [];
    const taken = [...new Set([...next, ...own.slice(0, DOORS_A_RUN)])];
    if (taken.length === 0) return run;
    queue = [...queue.filter((each) => !next.includes(each)), ...next];
    const isAsked = (law: Law) =>
      run.laws.includes(law) || (law.variantPaths?.some((path) => taken.includes(path)) ?? false);
    return { ...run, paths: [...run.paths, ...taken], laws: laws.filter(isAsked) };
  });
}

/**
 * Attachments and where they may be read; reports and keys that they do not see as text; turns of an agent of its own. A case with
 * several credentials, or one that is refused, would hide what a door does.
 */
function aboutIn(value: Case): readonly PathName[] {
  if (!isPlain(value.provider)) return [];
  return [
    ...(value.fileScope === 'anywhere' ? [] : ATTACHMENTS),
    ...(refers(value.provider) ? REPORTS : []),
    ...(value.agent === 'second' ? TURNS_OF_AN_AGENT : []),
  ];
}

const ATTACHMENTS: readonly PathName[] = ['telegram-photo', 'telegram-photo-again', 'inbound-image'];
const REPORTS: readonly PathName[] = ['auth-status', 'model-list'];
const TURNS_OF_AN_AGENT: readonly PathName[] = ['subagent', 'cron-job'];

/** Whether a provider has one credential, which it takes. */
function isPlain(setup: ProviderSetup): boolean {
  const isTaken = setup.answer === 'by-key' && setup.answeredRequests === 'every';
  return isTaken && isAlone(setup) && isDeepStrictEqual(usableSetup(setup), setup);
}

/** Whether a key is behind a reference to a file, a command or the store of secrets. */
function refers({ entry, profiles }: ProviderSetup): boolean {
  const secrets = [entry?.apiKey, ...profiles.map(({ secret }) => secret)];
  return secrets.some((secret) => secret && BEHIND.includes(secret.source));
}

const BEHIND: readonly string[] = ['file', 'exec', 'store'];
