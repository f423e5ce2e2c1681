/** Writes the first keys that one keeper has, as a user would: in its file, by the build's own command, or through the gateway. */
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Case } from '../../generators/case.ts';
import { storedUnder } from '../../generators/providers/catalog.ts';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { awaitedKeepers, startOf } from '../../generators/steps/first-key.ts';
import { keptBy } from '../../generators/steps/keeper.ts';
import type { FirstKeeper, Step } from '../../generators/steps/step.ts';
import { jsonOrNull } from '../../support/json-or-null.ts';
import { isJsonRecord, type JsonRecord } from '../../support/json-record.ts';
import type { Staged } from '../cases/runnable.ts';
import { authStoresOf } from '../home/auth-stores.ts';
import { configOf } from '../home/config.ts';
import { dotenvText, variablesOf } from '../home/environment.ts';
import { traitsOf } from '../versions/traits.ts';
import { isAtLeast } from '../versions/version.ts';
import { editFile } from './edit-config.ts';
import { mustBeDone } from './host-actions.ts';
import type { LivingHome } from './living-home.ts';
import { PROFILES_FILE } from './replace-keys.ts';
import { writeThroughGateway } from './rewrite.ts';
import type { StepHost } from './step-host.ts';

/** The first tested build with `models auth paste-api-key` (openclaw@2026.5.22:docs/cli/models.md); before, a user writes the file. */
const PASTES_SINCE = '2026.5.22';

/** A case with all its secrets, and a home without the keys that a step writes. */
export function stagedAtStart(
  value: Case,
  canaries: CaseCanary[],
  stage: (value: Case, canaries: CaseCanary[]) => Staged,
): Staged {
  const later = awaitedKeepers(value).flatMap((keeper) => keptBy(value, keeper, canaries));
  const staged = stage(value, canaries);
  if (later.length === 0) return staged;
  const there = canaries.filter((canary) => !later.includes(canary));
  return { ...staged, writeHome: stage(startOf(value), there).writeHome };
}

export async function writeFirstKey(
  host: StepHost,
  living: LivingHome,
  { keeper, by }: Extract<Step, { do: 'first-key' }>,
): Promise<LivingHome> {
  const { value, home } = living;
  const { version } = host.subject;
  const kept = currentOf(living, keeper);
  switch (keeper) {
    case 'env-file':
      await appendFile(join(home.folder, '.openclaw', '.env'), envText(kept), { mode: 0o600 });
      break;
    case 'config': {
      const sections = keySections(value, living.canaries, version);
      if (by === 'rpc') await writeThroughGateway(host, living, 'config.patch', JSON.stringify(sections));
      else await editFile(living, (config) => Object.assign(config, merged(config, sections)));
      break;
    }
    case 'profiles': {
      const command = pasteCommand(kept, version);
      if (command) mustBeDone(await host.command(living, command, `${kept[0]!.written}\n`));
      else await addToFile(join(home.folder, PROFILES_FILE), profilesRecord(value, living.canaries, version));
    }
  }
  return { ...living, awaited: living.awaited.filter((each) => each !== keeper) };
}

function currentOf({ value, canaries }: LivingHome, keeper: FirstKeeper): CaseCanary[] {
  return keptBy(
    value,
    keeper,
    canaries.filter(({ isReplaced }) => !isReplaced),
  );
}

/** The lines that are added to `~/.openclaw/.env`. */
export function envText(kept: readonly CaseCanary[]): string {
  return dotenvText(variablesOf('state', kept));
}

/** The part of openclaw.json that holds the keys of the case's own provider. */
export function keySections(value: Case, canaries: readonly CaseCanary[], version: string): JsonRecord {
  const paths = { secretFile: '', execCommand: '', logFile: null };
  const { env, models } = configOf(value, canaries, { ...traitsOf(version), settings: {} }, paths, null);
  const { id, entry } = value.provider;
  const own = entry && isJsonRecord(models) && isJsonRecord(models.providers) ? models.providers[id] : null;
  return { ...(env ? { env } : {}), ...(own ? { models: { providers: { [id]: own } } } : {}) };
}

/**
 * The words after `openclaw`; the key is piped. A user who has no profile yet names none. Null where the build has no such command.
 */
export function pasteCommand([first]: readonly CaseCanary[], version: string): string[] | null {
  if (!first || !isAtLeast(version, PASTES_SINCE)) return null;
  const isToken = profileOf(first.place)?.type === 'token';
  return [
    'models',
    'auth',
    isToken ? 'paste-token' : 'paste-api-key',
    '--provider',
    storedUnder(first.place.provider),
  ];
}

/** The content of auth-profiles.json with the profile in it. */
export function profilesRecord(value: Case, canaries: readonly CaseCanary[], version: string): JsonRecord {
  const { files } = authStoresOf(value, canaries, traitsOf(version));
  return { ...files?.profiles };
}

async function addToFile(file: string, content: JsonRecord): Promise<void> {
  const before = jsonOrNull((await readFile(file, 'utf8').catch(() => null)) ?? '{}');
  await mkdir(dirname(file), { recursive: true });
  const now = merged(isJsonRecord(before) ? before : {}, content);
  await writeFile(file, JSON.stringify(now, null, 2), { mode: 0o600 });
}

/** Objects within one another are merged, as `config.patch` does. */
function merged(before: JsonRecord, added: JsonRecord): JsonRecord {
  const both = Object.entries(added).map(([name, value]): [string, unknown] => {
    const own = before[name];
    return [name, isJsonRecord(own) && isJsonRecord(value) ? merged(own, value) : value];
  });
  return { ...before, ...Object.fromEntries(both) };
}
