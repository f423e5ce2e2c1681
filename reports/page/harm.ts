/** What a broken law does to a user, worst first: the order in which a page shows findings. */
import type { LawId } from '../../invariants/law-id.ts';

export const HARMS = ['secret exposed', 'wrong credential', 'call fails', 'wrong report'] as const;
export type Harm = (typeof HARMS)[number];

export const HARM_OF: Readonly<Record<LawId, Harm>> = {
  'no-disclosure': 'secret exposed',
  'no-egress': 'secret exposed',
  'right-host': 'secret exposed',
  'same-credential': 'wrong credential',
  'documented-precedence': 'wrong credential',
  'explicit-choice': 'wrong credential',
  'right-kind': 'wrong credential',
  'omitted-profile': 'wrong credential',
  'well-formed': 'wrong credential',
  'aws-default-chain': 'wrong credential',
  isolation: 'wrong credential',
  'fresh-state': 'wrong credential',
  'same-again': 'wrong credential',
  'irrelevant-change': 'wrong credential',
  'usable-is-used': 'call fails',
  'waiting-profiles': 'call fails',
  'restart-keeps': 'call fails',
  'fresh-home': 'call fails',
  recovery: 'call fails',
  'learned-scope': 'call fails',
  'at-once': 'call fails',
  'same-failure': 'call fails',
  'named-path-answers': 'call fails',
  'entry-headers': 'call fails',
  cooldown: 'call fails',
  'stays-readable': 'call fails',
  'after-refusal': 'call fails',
  'probe-agrees': 'wrong report',
  'status-agrees': 'wrong report',
  'probe-reason': 'wrong report',
  'probe-bucket': 'wrong report',
};
