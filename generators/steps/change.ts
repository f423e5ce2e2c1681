/** The changes between two times that a path is taken, by kind: those that the case has something for. */
import fc from 'fast-check';
import type { PathName } from '../../observation/path-name.ts';
import type { ProfileName } from '../axes/auth-profile.ts';
import { weighted } from '../axes/weighted.ts';
import type { Case } from '../case.ts';
import { keepersOf } from './keeper.ts';
import { isRenewed } from './meaningful-steps.ts';
import type { Keeper, Step } from './step.ts';

/** The means of a sequence. */
export interface Scene {
  readonly value: Case;
  readonly hasGateway: boolean;
  /** The path that trouble is met on. */
  readonly path: PathName;
  readonly paths: readonly PathName[];
}

type Changes = fc.Arbitrary<Step[]>;
type Choice = { readonly weight: number; readonly arbitrary: Changes };

const TROUBLES = {
  refuses: 3,
  limits: 3,
  fails: 3,
  'wants-credit': 1,
  revokes: 1,
  misreads: 1,
  cuts: 1,
} as const;
/** Those that disable a credential until another takes its place. */
const DISABLING = ['wants-credit', 'revokes'] as const;

export function changeArbitrary(scene: Scene): Changes {
  const { value, hasGateway, path } = scene;
  const keepers = keepersOf(value);
  const names = value.provider.profiles.map(({ name }) => name);
  const kinds: (Choice | false)[] = [
    // Of a login each path tells whether it can still be refreshed.
    { weight: keepers.length > 0 ? 1 : 4, arbitrary: one() },
    { weight: 2, arbitrary: settingArbitrary(hasGateway) },
    { weight: keepers.length > 0 ? 3 : 1, arbitrary: troubleArbitrary(path, names) },
    keepers.length > 0 && { weight: 1, arbitrary: disabledArbitrary(scene, keepers) },
    keepers.length > 0 && { weight: 5, arbitrary: rotationArbitrary(keepers, hasGateway) },
    names.length > 1 && { weight: 8, arbitrary: profilesArbitrary(names) },
    value.provider.profiles.some(isRenewed) && { weight: 4, arbitrary: loginTroubleArbitrary(path) },
    hasGateway && { weight: 3, arbitrary: restartArbitrary },
    hasGateway &&
      keepers.some(isWithdrawable) && {
        weight: 6,
        arbitrary: referenceArbitrary(keepers.filter(isWithdrawable)),
      },
    hasGateway &&
      names.length > 1 &&
      scene.paths.includes('socket-chat') && { weight: 12, arbitrary: sessionArbitrary(names) },
  ];
  return fc.oneof(...kinds.filter((kind) => kind !== false));
}

function one(...steps: Step[]): Changes {
  return fc.constant(steps);
}

function settingArbitrary(hasGateway: boolean): Changes {
  const byFile = [one({ do: 'switch-model' }), one({ do: 'edit-config', by: 'file' })];
  return fc.oneof(...byFile, ...(hasGateway ? [one({ do: 'edit-config', by: 'rpc' })] : []));
}

/** Trouble that lasts, or that is over once it was met: everybody's, or of one profile among several. */
function troubleArbitrary(path: PathName, names: readonly ProfileName[]): Changes {
  const all = weighted(TROUBLES).map((turn): Step => ({ do: 'provider', turn }));
  const trouble =
    names.length > 1
      ? fc.oneof({ weight: 2, arbitrary: all }, { weight: 1, arbitrary: ofOneProfile(names) })
      : all;
  return fc.oneof(
    { weight: 2, arbitrary: trouble.map((step) => [step]) },
    {
      weight: 3,
      arbitrary: trouble.map((step): Step[] => [
        step,
        { do: 'take', path },
        { do: 'provider', turn: 'recovers' },
      ]),
    },
  );
}

/** A login that is renewed without a new refresh token, or not at all while that fails. */
function loginTroubleArbitrary(path: PathName): Changes {
  const take: Step = { do: 'take', path };
  return weighted({ keeps: 1, fails: 1, garbles: 1 }).map((turn): Step[] => [
    { do: 'logins', turn },
    take,
    { do: 'logins', turn: 'recovers' },
  ]);
}

function ofOneProfile(names: readonly ProfileName[]): fc.Arbitrary<Step> {
  return fc
    .tuple(fc.constantFrom('limits' as const, ...DISABLING), fc.constantFrom(...names))
    .map(([turn, of]) => ({ do: 'provider', turn, of }));
}

/** A key that is good no more is met, and replaced. */
function disabledArbitrary({ hasGateway, path }: Scene, keepers: readonly Keeper[]): Changes {
  return fc
    .tuple(fc.constantFrom(...DISABLING), fc.constantFrom(...keepers))
    .map(([turn, keeper]): Step[] => [
      { do: 'provider', turn },
      { do: 'take', path },
      { do: 'rotate', keeper },
      ...(hasGateway ? [{ do: 'reload-secrets' } as const] : []),
    ]);
}

/** Keys are replaced; a value behind a reference, or in the variables of a process, is read again when it is told so. */
function rotationArbitrary(keepers: readonly Keeper[], hasGateway: boolean): Changes {
  const rotate = fc.constantFrom(...keepers).map((keeper): Step => ({ do: 'rotate', keeper }));
  const alone: Choice = { weight: 4, arbitrary: rotate.map((step) => [step]) };
  if (!hasGateway) return fc.oneof(alone);
  const through: Choice = {
    weight: 6,
    arbitrary: one({ do: 'rotate', keeper: 'config', by: 'rpc' }),
  };
  return fc.oneof(
    alone,
    { weight: 2, arbitrary: rotate.map((step): Step[] => [step, { do: 'reload-secrets' }]) },
    { weight: 2, arbitrary: rotate.map((step): Step[] => [step, { do: 'restart', by: 'SIGTERM' }]) },
    ...(keepers.includes('config') ? [through] : []),
  );
}

function profilesArbitrary(names: readonly ProfileName[]): Changes {
  const name = fc.constantFrom(...names);
  return fc.oneof(
    { weight: 3, arbitrary: name.map((first): Step[] => [{ do: 'order-profiles', first }]) },
    { weight: 1, arbitrary: name.map((each): Step[] => [{ do: 'remove-profile', name: each }]) },
  );
}

const restartArbitrary: Changes = fc.oneof(
  { weight: 3, arbitrary: one({ do: 'restart', by: 'SIGTERM' }) },
  { weight: 1, arbitrary: one({ do: 'restart', by: 'SIGKILL' }) },
  { weight: 1, arbitrary: one({ do: 'reload-secrets' }) },
);

type Withdrawable = Extract<Step, { do: 'withdraw' }>['keeper'];

function isWithdrawable(keeper: Keeper): keeper is Withdrawable {
  return keeper === 'secrets-file' || keeper === 'secret-command';
}

/** A write beside a reference: one that can be resolved, or by now no longer. */
function referenceArbitrary(keepers: readonly Withdrawable[]): Changes {
  const write: Step = { do: 'edit-config', by: 'rpc' };
  const withdraw = fc.constantFrom(...keepers).map((keeper): Step => ({ do: 'withdraw', keeper }));
  return fc.oneof(
    one(write),
    withdraw.map((step) => [step, write]),
  );
}

/**
 * A session that lasts begins anew, or is pinned to a profile; after that its model may be changed without another word on the profile,
 * or the profile removed.
 */
function sessionArbitrary(names: readonly ProfileName[]): Changes {
  const chat: Step = { do: 'take', path: 'socket-chat' };
  const anew = one(chat, { do: 'new-session' }, chat);
  const pinned = fc.constantFrom(...names).chain((profile) => {
    const pin: Step[] = [{ do: 'choose-in-session', model: 'first', profile }, chat];
    return fc.constantFrom<Step[]>(
      pin,
      [...pin, { do: 'choose-in-session', model: 'second', profile: null }, chat],
      [...pin, { do: 'remove-profile', name: profile }, chat],
      [...pin, { do: 'new-session' }, chat],
    );
  });
  return fc.oneof({ weight: 1, arbitrary: anew }, { weight: 2, arbitrary: pinned });
}
