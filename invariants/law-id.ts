/** Names of the laws: what baselines, case files and promises refer to. */
import { z } from 'zod';

export const lawIdSchema = z.enum([
  'same-credential',
  'same-failure',
  'documented-precedence',
  'explicit-choice',
  'omitted-profile',
  'well-formed',
  'usable-is-used',
  'waiting-profiles',
  'right-kind',
  'right-host',
  'entry-headers',
  'probe-agrees',
  'probe-reason',
  'status-agrees',
  'isolation',
  'cooldown',
  'irrelevant-change',
  'aws-default-chain',
  'no-disclosure',
  'no-egress',
  'fresh-state',
  'same-again',
  'restart-keeps',
  'fresh-home',
  'recovery',
  'learned-scope',
  'at-once',
  'stays-readable',
]);
export type LawId = z.infer<typeof lawIdSchema>;
