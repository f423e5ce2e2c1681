/** A later step with placeholders in the place of secrets. */
import type { LaterStep } from '../../home-case/later-step.ts';
import type { JsonPlace } from './clean-json.ts';
import { cleanWords } from './clean-words.ts';
import type { Vault } from './vault.ts';

export function cleanStep(step: LaterStep, vault: Vault, common: Pick<JsonPlace, 'place'>): LaterStep {
  return step.do === 'run' ? { ...step, words: cleanWords(step.words, vault, common) } : step;
}
