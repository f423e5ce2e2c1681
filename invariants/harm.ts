/** The harm of a broken law to a user, worst first: the order in which reports show causes and findings. */
import { z } from 'zod';
import type { LawId } from './law-id.ts';

export const harmSchema = z.enum([
  'secret to another host',
  'secret disclosed',
  'another credential',
  'choice ignored',
  'wrong status',
  'credential passed over',
  'call fails',
  'wrong words',
]);
export type Harm = z.infer<typeof harmSchema>;
export const HARMS: readonly Harm[] = harmSchema.options;

export const HARM_OF: Readonly<Record<LawId, Harm>> = {
  'no-disclosure': 'secret disclosed',
  'no-egress': 'secret to another host',
  'right-host': 'secret to another host',
  'same-credential': 'another credential',
  'documented-precedence': 'another credential',
  'explicit-choice': 'choice ignored',
  'right-kind': 'another credential',
  'omitted-profile': 'choice ignored',
  'well-formed': 'call fails',
  'aws-default-chain': 'another credential',
  isolation: 'another credential',
  'cold-start': 'call fails',
  'fresh-state': 'another credential',
  'same-again': 'another credential',
  'irrelevant-change': 'another credential',
  'model-alias': 'call fails',
  'bare-model': 'another credential',
  'job-model': 'another credential',
  'session-model': 'another credential',
  'helper-model': 'another credential',
  'usable-is-used': 'credential passed over',
  'waiting-profiles': 'credential passed over',
  'restart-keeps': 'call fails',
  'fresh-home': 'call fails',
  recovery: 'call fails',
  'learned-scope': 'call fails',
  'at-once': 'call fails',
  'through-proxy': 'call fails',
  'own-login': 'another credential',
  'same-failure': 'call fails',
  'named-path-answers': 'call fails',
  'entry-headers': 'call fails',
  'entry-request': 'another credential',
  'spare-keys': 'another credential',
  cooldown: 'call fails',
  'session-pin': 'choice ignored',
  'stored-order': 'choice ignored',
  'first-failure': 'call fails',
  'steps-done': 'call fails',
  'stays-readable': 'call fails',
  'after-refusal': 'call fails',
  'commands-keep': 'call fails',
  'search-order': 'another credential',
  'ordered-profile': 'another credential',
  'probe-pin': 'choice ignored',
  'probe-agrees': 'wrong status',
  'status-agrees': 'wrong status',
  'check-agrees': 'wrong status',
  'health-word': 'wrong status',
  'probe-reason': 'wrong words',
  'probe-bucket': 'wrong status',
};

/** The worst harm that laws do when they are broken; of none, the least. */
export function worstHarm(laws: readonly LawId[]): Harm {
  return HARMS[Math.min(HARMS.length - 1, ...laws.map((law) => HARMS.indexOf(HARM_OF[law])))]!;
}
