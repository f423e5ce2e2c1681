/** A path whose provider the build chose among several, and which may have failed at another than the one that it is compared at. */
import type { Medium } from '../generators/providers/model-kinds.ts';
import type { Observation } from '../observation/observation.ts';
import { pathOf } from '../paths/paths.ts';
import { modelRequests, outcomeText } from './behaviour.ts';
import type { Facts } from './facts/facts.ts';

/**
 * Providers without an entry, in the order in which they are tried; ties are broken by the id. A command of `infer` has no reply model
 * that would come before them.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md ("Auto-detect": bundled provider priority order)
 */
const ORDER: Readonly<Record<Medium, readonly string[]>> = {
  image: ['anthropic', 'openai', 'google', 'minimax', 'deepinfra', 'minimax-portal', 'zai'],
  audio: [
    'groq',
    'openai',
    'xai',
    'deepgram',
    'openrouter',
    'google',
    'senseaudio',
    'deepinfra',
    'elevenlabs',
    'mistral',
  ],
  video: ['google', 'qwen', 'moonshot'],
};

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
export function mayHaveChosenAnother(facts: Facts, observation: Observation, hasAuth: boolean): boolean {
  const path = pathOf(observation.path);
  // An attachment comes in with a turn, whose model is the first to be chosen.
  if (path.medium === null || path.inbound || !facts.choosesByItself(path)) return false;
  if (observation.outcome.kind === 'answer' || modelRequests(observation).length > 0) return false;
  if (OF_NO_PROVIDER[path.medium].includes(outcomeText(observation))) return false;
  const rivals = facts.rivalsFor(path.medium, observation.model.provider);
  if (rivals.length === 0) return false;
  return !hasAuth || !isPromised(facts, path.medium, observation, rivals);
}

function isPromised(
  facts: Facts,
  medium: Medium,
  { model: { provider } }: Observation,
  rivals: readonly string[],
): boolean {
  // Providers with entries come first; in which order among themselves, the documents leave open.
  const hasEntry = facts.hasEntry(provider);
  return rivals.every((rival) =>
    hasEntry || facts.hasEntry(rival)
      ? hasEntry && !facts.hasEntry(rival)
      : rankOf(medium, provider) < rankOf(medium, rival),
  );
}

function rankOf(medium: Medium, provider: string): number {
  const index = ORDER[medium].indexOf(provider);
  return index < 0 ? ORDER[medium].length : index;
}
