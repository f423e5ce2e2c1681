/** Logins that are renewed again once the endpoint that renews them is back, a part of recovery. */
import type { LoginTurn } from '../../generators/steps/step.ts';
import type { WireRequest } from '../../observation/request.ts';
import { outcomeText } from '../behaviour.ts';
import { endedInPreflight, type Judged } from '../law.ts';
import { takenIn } from '../over-steps.ts';
import type { Deviation } from '../violation.ts';

export interface Renewed {
  readonly taken: ReturnType<typeof takenIn>[number];
  readonly turn: Exclude<LoginTurn, 'recovers'>;
  /** Whether it is over by now. */
  readonly isOver: boolean;
}

/** Steps beside which a login does what it did. */
const BESIDE: readonly string[] = [
  'run-gateway',
  'take',
  'take-twice',
  'edit-config',
  'restart',
  'reload-secrets',
  'logins',
];

/**
 * Paths that were answered at first, and are taken after logins were not renewed as usual, or while they are renewed without a new
 * refresh token.
 */
export function renewedIn(judged: Judged): Renewed[] {
  const all = takenIn(judged);
  return all.flatMap((taken): Renewed[] => {
    const { observation, before } = taken;
    const first = all.find((each) => each.observation.path === observation.path);
    const isFirstGood =
      first?.observation.outcome.kind === 'answer' && first.before.every(({ do: what }) => what !== 'logins');
    if (!isFirstGood || !before.every((step) => BESIDE.includes(step.do)) || endedInPreflight(observation))
      return [];
    const turns = before.flatMap((step) => (step.do === 'logins' ? [step.turn] : []));
    const [trouble, now] = [turns.findLast((turn) => turn !== 'recovers'), turns.at(-1)];
    if (!trouble) return [];
    return now === 'recovers' || now === 'keeps'
      ? [{ taken, turn: trouble, isOver: now === 'recovers' }]
      : [];
  });
}

const SAID: Record<Renewed['turn'], string> = {
  fails: 'after an outage of the endpoint that renews logins',
  garbles: 'after a damaged answer of the endpoint that renews logins',
  keeps: 'with a login that is renewed without a new refresh token',
};

/**
 * A renewal that failed may put its profile aside for a while, in which it is not renewed
 * (openclaw@2026.9.6:docs/concepts/model-failover.md, "Cooldowns"): then nothing is owed but that the login is still the one that was given
 * last once it is renewed again.
 */
export function lostLogin({ taken, turn, isOver }: Renewed): Deviation[] {
  const { observation, index } = taken;
  const end = outcomeText(observation);
  const isKept = turn === 'keeps' && !isOver;
  const isLost = isKept ? end !== 'answer' : observation.requests.some(isRefusedRenewal);
  if (!isLost) return [];
  const behaviour = isKept ? end : 'a refresh token that is none';
  return [
    {
      path: observation.path,
      reference: null,
      behaviour: `${behaviour} ${SAID[turn]}`,
      detail: `${observation.path}, step ${index + 1}, ends in ${end} ${SAID[turn]}, which takes the refresh token that it gave last`,
    },
  ];
}

/** A request for a new login that its provider refused: its token is not one that the provider knows. */
function isRefusedRenewal({ purpose, method, status }: WireRequest): boolean {
  return purpose === 'provider' && method === 'POST' && status === 400;
}
