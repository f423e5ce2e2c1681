/** A step: one thing that happens to a home after it was set up, and to the gateway in it, as plain JSON. */
import { z } from 'zod';
import { GATEWAY_PATHS, pathNameSchema } from '../../observation/path-name.ts';
import { profileNameSchema } from '../axes/auth-profile.ts';

/**
 * The keepers of keys that a user replaces. `environment`: the variables that processes are started with. `secret-command`:
 * what the command of an exec SecretRef answers.
 */
const keeperSchema = z.enum([
  'config',
  'env-file',
  'profiles',
  'secrets-file',
  'secret-command',
  'secret-store',
  'environment',
]);
export type Keeper = z.infer<typeof keeperSchema>;

/** The keepers to which a user can add a first key by one act. */
export const firstKeeperSchema = keeperSchema.extract(['config', 'env-file', 'profiles']);
export type FirstKeeper = z.infer<typeof firstKeeperSchema>;

/**
 * `refuses`: 401 to the keys that are in use. `limits`: 429. `fails`: 500. `recovers`: as at the beginning. In the provider's own
 * words, and to the keys that are in use alone: `wants-credit`, of an account that has none, and `revokes`, for good. Of no key:
 * `misreads`, 400, and `cuts`, each stream with an error.
 */
const providerTurnSchema = z.enum([
  'recovers',
  'refuses',
  'limits',
  'fails',
  'wants-credit',
  'revokes',
  'misreads',
  'cuts',
]);
export type ProviderTurn = z.infer<typeof providerTurnSchema>;

/**
 * The endpoint that renews logins. `fails`: 503. `garbles`: on the way back the text of its tokens is damaged, and it counts no token as
 * used. `keeps`: it brings an access token alone, and the refresh token stays good (RFC 6749 section 6). `recovers`: as at the beginning.
 */
const loginTurnSchema = z.enum(['recovers', 'fails', 'garbles', 'keeps']);
export type LoginTurn = z.infer<typeof loginTurnSchema>;

export const stepSchema = z.discriminatedUnion('do', [
  /** A path is taken, and observed. */
  z.strictObject({ do: z.literal('take'), path: pathNameSchema }),
  /** A path is taken twice at the same time; both calls are observed. */
  z.strictObject({ do: z.literal('take-twice'), path: pathNameSchema }),
  /**
   * The keys in one place are replaced by new ones; the provider refuses the old ones from then on. `by`: the gateway's own
   * write of the configuration, as its control page makes it; absent: the file, or the build's command.
   */
  z.strictObject({ do: z.literal('rotate'), keeper: keeperSchema, by: z.literal('rpc').optional() }),
  /** The provider behaves in another way, to everybody or to the key of one profile alone. */
  z.strictObject({
    do: z.literal('provider'),
    turn: providerTurnSchema,
    of: profileNameSchema.optional(),
  }),
  /** The endpoint at which the provider renews logins behaves in another way. */
  z.strictObject({ do: z.literal('logins'), turn: loginTurnSchema }),
  /** Chat's model is another one of its provider. */
  z.strictObject({ do: z.literal('switch-model') }),
  /** A setting that has nothing to do with credentials is changed. */
  z.strictObject({ do: z.literal('edit-config'), by: z.enum(['file', 'rpc']) }),
  /** `openclaw models auth order set`: this profile comes first. */
  z.strictObject({ do: z.literal('order-profiles'), first: profileNameSchema }),
  /** Memory search is given to the case's other provider, by file or by the gateway's own write. */
  z.strictObject({ do: z.literal('move-memory'), by: z.enum(['file', 'rpc']) }),
  /** The keeper loses what its references name: the file has no secret any more, or the command fails. */
  z.strictObject({ do: z.literal('withdraw'), keeper: z.enum(['secrets-file', 'secret-command']) }),
  /** `openclaw models auth logout`. */
  z.strictObject({ do: z.literal('remove-profile'), name: profileNameSchema }),
  /** In the session of socket-chat, the user chooses chat's model or the other one, with a profile (`/model …@<profile>`) or without. */
  z.strictObject({
    do: z.literal('choose-in-session'),
    model: z.enum(['first', 'second']),
    profile: profileNameSchema.nullable(),
  }),
  /** In the session of socket-chat, the user begins anew (`/new`). */
  z.strictObject({ do: z.literal('new-session') }),
  /** A gateway runs in the home, from the start on. Without it, and without a step that needs one, paths are commands. */
  z.strictObject({ do: z.literal('run-gateway') }),
  /** The running gateway resolves its secrets anew (`secrets.reload`). */
  z.strictObject({ do: z.literal('reload-secrets') }),
  /** The gateway ends and is started again. */
  z.strictObject({ do: z.literal('restart'), by: z.enum(['SIGTERM', 'SIGKILL']) }),
  /**
   * The first keys are written in a place where there were none from the start on. `by`: the gateway's own write of the
   * configuration; absent: the file, or the build's command.
   */
  z.strictObject({ do: z.literal('first-key'), keeper: firstKeeperSchema, by: z.literal('rpc').optional() }),
]);
export type Step = z.infer<typeof stepSchema>;

/** The most steps of a case. */
export const MOST_STEPS = 16;

/**
 * Steps that mean something only where a gateway runs. Of two commands at once, the second may not start: a turn without a gateway
 * owns the home (openclaw@2026.9.6:docs/cli/agent.md, "`--local` requires exclusive ownership").
 */
const OF_A_GATEWAY: ReadonlySet<Step['do']> = new Set([
  'run-gateway',
  'choose-in-session',
  'new-session',
  'reload-secrets',
  'restart',
  'take-twice',
]);

export function needsGateway(step: Step): boolean {
  if (isTaken(step) && GATEWAY_PATHS.includes(step.path)) return true;
  return OF_A_GATEWAY.has(step.do) || ('by' in step && step.by === 'rpc');
}

/** Whether a step ends in an observation. */
export function isTaken(step: Step): step is Extract<Step, { path: unknown }> {
  return step.do === 'take' || step.do === 'take-twice';
}

const TAKES_AWAY: ReadonlySet<Step['do']> = new Set(['provider', 'logins', 'remove-profile', 'withdraw']);

/** Whether every credential that a setup has can be used after steps: nobody was in trouble, and nothing was taken away. */
export function keepUsable(steps: readonly Step[]): boolean {
  return !steps.some((step) => TAKES_AWAY.has(step.do));
}
