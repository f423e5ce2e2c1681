/** A path whose provider the build chose among several, and which may have failed at another than the one that it is compared at. */
import { isAtLeast } from '../gateway/versions/version.ts';
import type { Medium } from '../generators/providers/model-kinds.ts';
import type { Observation } from '../observation/observation.ts';
import { pathOf } from '../paths/paths.ts';
import { modelRequests, outcomeText } from './behaviour.ts';
import type { Facts } from './facts/facts.ts';
import { factsOf } from './facts/facts-of.ts';
import type { JudgedAny } from './law.ts';

interface Order extends Readonly<Record<Medium, readonly string[]>> {
  /** The first build whose document has it. */
  readonly from: string;
  /** Whether that document has entries before the order. Else it names whom it tries, with an entry or without, and no rank of an entry. */
  readonly triesEntries: boolean;
}

/**
 * Providers without an entry, in the order in which they are tried; ties are broken by the id. A command of `infer` has no reply model
 * that would come before them. Later orders come first.
 *
 * @source openclaw@2026.7.1-2:docs/nodes/media-understanding.md ("Auto-detect": bundled provider priority order);
 *   openclaw@2026.5.22:docs/nodes/media-understanding.md ("Bundled fallback order");
 *   openclaw@2026.3.13:docs/nodes/media-understanding.md ("Provider keys")
 */
const ORDERS: readonly Order[] = [
  {
    from: '2026.7.1-2',
    triesEntries: true,
    image: ['anthropic', 'openai', 'google', 'minimax', 'deepinfra', 'minimax-portal', 'zai'],
    audio: [
      ...['groq', 'openai', 'xai', 'deepgram', 'openrouter', 'google', 'senseaudio'],
      ...['deepinfra', 'elevenlabs', 'mistral'],
    ],
    video: ['google', 'qwen', 'moonshot'],
  },
  {
    from: '2026.5.22',
    triesEntries: true,
    image: ['openai', 'anthropic', 'google', 'minimax', 'minimax-portal', 'zai'],
    audio: [
      ...['openai', 'groq', 'xai', 'deepgram', 'openrouter', 'google', 'senseaudio'],
      ...['elevenlabs', 'mistral'],
    ],
    video: ['google', 'qwen', 'moonshot'],
  },
  {
    from: '2026.3.13',
    triesEntries: false,
    image: ['openai', 'anthropic', 'google', 'minimax'],
    audio: ['openai', 'groq', 'deepgram', 'google'],
    video: ['google'],
  },
];

/** Ends that say that no provider was left to choose. Of audio, a candidate without a credential is left out, too. */
const OF_NO_PROVIDER: Readonly<Record<Medium, readonly string[]>> = {
  image: ['nothing-selected'],
  audio: ['nothing-selected', 'no-credential'],
  video: ['nothing-selected'],
};

/**
 * Whether a media path asked nobody and its failure may be that of another provider than the one that it is compared at. It is that
 * of this one where the documents promise that it is chosen, and where the path found none to choose.
 *
 * @param hasAuth whether another path shows that this provider has auth available, without which it is not chosen
 * @source openclaw@2026.9.6:docs/nodes/audio.md ("missing credentials simply leave that candidate unavailable")
 */
export function mayHaveChosenAnother(judged: JudgedAny, observation: Observation, hasAuth: boolean): boolean {
  const facts = factsOf(judged);
  const path = pathOf(observation.path);
  // An attachment comes in with a turn, whose model is the first to be chosen.
  if (path.medium === null || path.inbound || !facts.choosesByItself(path)) return false;
  if (observation.outcome.kind === 'answer' || modelRequests(observation).length > 0) return false;
  if (OF_NO_PROVIDER[path.medium].includes(outcomeText(observation))) return false;
  const rivals = facts.rivalsFor(path.medium, observation.model.provider);
  if (rivals.length === 0) return false;
  // Before a document had entries in the order, any of them may have come first.
  const order = orderOf(judged);
  return !hasAuth || !order?.triesEntries || !isPromised(facts, order[path.medium], observation, rivals);
}

/**
 * Whether a media path that is to choose chose nobody, and the provider that it is compared at is one that no document says is tried:
 * the order leaves it out, and it has no entry that would come before.
 *
 * @source openclaw@2026.6.11:docs/nodes/media-understanding.md ("Provider auth": entries that support the capability, then the bundled
 *   fallback order); openclaw@2026.3.13:docs/nodes/media-understanding.md ("Provider keys": an order alone)
 */
export function mayLeaveOut(judged: JudgedAny, observation: Observation): boolean {
  const path = pathOf(observation.path);
  const { model } = observation;
  if (path.medium === null || path.inbound) return false;
  if (!OF_NO_PROVIDER[path.medium].includes(outcomeText(observation))) return false;
  const facts = factsOf(judged);
  if (!facts.choosesByItself(path)) return false;
  const order = orderOf(judged);
  if (!order || order[path.medium].includes(model.provider)) return false;
  return !order.triesEntries || !(facts.hasEntry(model.provider) || facts.listsModel(path, model));
}

function orderOf({ version }: JudgedAny): Order | undefined {
  return ORDERS.find(({ from }) => isAtLeast(version, from));
}

function isPromised(
  facts: Facts,
  order: readonly string[],
  { model: { provider } }: Observation,
  rivals: readonly string[],
): boolean {
  // Providers with entries come first; in which order among themselves, the documents leave open.
  const hasEntry = facts.hasEntry(provider);
  return rivals.every((rival) =>
    hasEntry || facts.hasEntry(rival)
      ? hasEntry && !facts.hasEntry(rival)
      : rankIn(order, provider) < rankIn(order, rival),
  );
}

function rankIn(order: readonly string[], provider: string): number {
  const index = order.indexOf(provider);
  return index < 0 ? order.length : index;
}
