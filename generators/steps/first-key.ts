/**
 * The first key of a provider that has none when its home is set up: a step writes it while the home is in use.
 *
 * @source openclaw@2026.9.6:docs/cli/models.md (`models auth paste-api-key`, `paste-token`);
 *   openclaw@2026.9.6:docs/gateway/authentication.md ("Recommended setup": the key in `~/.openclaw/.env`, then a restart);
 *   openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md (`models` is applied without a restart)
 */
import fc from 'fast-check';
import type { PathName } from '../../observation/path-name.ts';
import { weighted } from '../axes/weighted.ts';
import type { Case } from '../case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../plain-case.ts';
import type { ProviderSetup } from '../provider-setup.ts';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { canariesOf } from '../secrets/canaries.ts';
import { type CasePlace, sourceOf } from '../secrets/place.ts';
import { keeperOf, keptBy } from './keeper.ts';
import { type FirstKeeper, firstKeeperSchema, isTaken, type Step } from './step.ts';

/** The keepers whose keys a step of the case writes first: until then they keep none. */
export function awaitedKeepers(value: Case): FirstKeeper[] {
  const { steps } = value;
  if (!steps) return [];
  const seen = steps.slice(0, steps.findLastIndex(isTaken) + 1);
  return firstKeeperSchema.options.filter(
    (keeper) =>
      seen.some((step) => step.do === 'first-key' && step.keeper === keeper) && canComeLater(value, keeper),
  );
}

/** Whether a user can write all that a keeper keeps by one act: no reference names it, and no order or older store knows of it. */
function canComeLater(value: Case, keeper: FirstKeeper): boolean {
  const { profiles, order, profileStore } = value.provider;
  const kept = keptBy(value, keeper, canariesOf(value, ''));
  if (keeper === 'profiles') {
    const isUsual = profileStore === 'own' && value.profileRecord === 'usual' && order === null;
    const isOne = profiles.length === 1 && kept.length === 1;
    return isUsual && isOne && profiles.every((each) => each.expires === 'never' && each.cooldown === 'none');
  }
  return kept.length > 0 && kept.every(({ place }) => isOwnText(place));
}

function isOwnText(place: CasePlace): boolean {
  return place.holder === 'environment' || (place.holder === 'entry' && sourceOf(place) === 'inline');
}

/** The case as its home is set up: without the keys that a step writes. An entry comes with its key, if its provider can do without. */
export function startOf(value: Case): Case {
  const awaited = awaitedKeepers(value);
  if (awaited.length === 0) return value;
  const { id, environment, profiles, entry } = value.provider;
  const isHere = (place: CasePlace) => !awaited.some((keeper) => keeper === keeperOf(place));
  const apiKey = entry?.apiKey;
  const hasKey = !apiKey || isHere({ holder: 'entry', provider: id, source: apiKey.source });
  const bare = entry && providerOf(id).needsEntry ? { ...entry, apiKey: null } : null;
  return {
    ...value,
    provider: {
      ...value.provider,
      environment: environment.filter((variable) =>
        isHere({ holder: 'environment', provider: id, variable }),
      ),
      profiles: profiles.filter(({ name, type, secret }) =>
        isHere({ holder: 'profile', provider: id, profile: { name, type }, source: secret.source }),
      ),
      entry: hasKey ? entry : bare,
    },
  };
}

/** The keepers that have their keys after steps, of those that had none at first. */
export function writtenFirst(steps: readonly Step[]): FirstKeeper[] {
  return steps.flatMap((step) => (step.do === 'first-key' ? [step.keeper] : []));
}

/** One key that is not there when a path is taken, is written by a step, and is there when paths are taken again. */
export function firstKeyArbitrary(
  providers: readonly ProviderId[],
  pathsOf: (provider: ProviderId) => readonly PathName[],
  hasGateway: boolean,
): fc.Arbitrary<Case> {
  return fc.constantFrom(...providers).chain((id) =>
    fc.constantFrom(...keysOf(id)).chain(({ keeper, setup }) => {
      const all = pathsOf(id);
      const first = all.includes('chat') ? fc.constant<PathName>('chat') : fc.constantFrom(...all);
      const other = fc.constantFrom(...all);
      return fc.record({ first, other, write: writeArbitrary(keeper, hasGateway) }).map((drawn) => {
        const take = (path: PathName): Step => ({ do: 'take', path });
        const steps: Step[] = [
          ...(hasGateway ? [{ do: 'run-gateway' } as const] : []),
          take(drawn.first),
          ...drawn.write,
          take(drawn.first),
          ...(drawn.other === drawn.first ? [] : [take(drawn.other)]),
        ];
        return plainCase({ id, ...setup }, { steps });
      });
    }),
  );
}

/** A variable is read at a start alone; secrets may be reloaded for a profile, and need not where a command says so itself. */
function writeArbitrary(keeper: FirstKeeper, hasGateway: boolean): fc.Arbitrary<Step[]> {
  const write: Step = { do: 'first-key', keeper };
  if (!hasGateway) return fc.constant([write]);
  const restart: Step = { do: 'restart', by: 'SIGTERM' };
  switch (keeper) {
    case 'env-file':
      return fc.constant([write, restart]);
    case 'config':
      return weighted({ file: 1, rpc: 1 }).map((by): Step[] => [by === 'rpc' ? { ...write, by } : write]);
    case 'profiles':
      return weighted({ alone: 2, reload: 1, restart: 1 }).map((then): Step[] => [
        write,
        ...(then === 'reload' ? [{ do: 'reload-secrets' } as const] : []),
        ...(then === 'restart' ? [restart] : []),
      ]);
  }
}

/** Each way in which a provider has one key of which nothing is there before it is written. */
function keysOf(id: ProviderId): { readonly keeper: FirstKeeper; readonly setup: Partial<ProviderSetup> }[] {
  const { environmentVariables: names, profileTypes, needsEntry } = providerOf(id);
  const { secret } = PLAIN_PROFILE;
  const entry = needsEntry ? PLAIN_ENTRY : null;
  const variables = names.slice(0, 1).map((name) => ({
    keeper: 'env-file' as const,
    setup: { entry, environment: [{ name, layer: 'state', holds: 'live', shape: 'plain' } as const] },
  }));
  const profile = profileTypes.includes('api_key')
    ? [{ keeper: 'profiles' as const, setup: { entry, profiles: [PLAIN_PROFILE] } }]
    : [];
  const inEntry = { keeper: 'config' as const, setup: { entry: { ...PLAIN_ENTRY, apiKey: secret } } };
  return [inEntry, ...variables, ...profile];
}
