/** Promises of `openclaw@2026.9.6:docs/concepts/model-failover.md`: fallback models, and the failures that lead to them. */
import type { PathName } from '../../../observation/path-name.ts';
import { promisesOf } from '../documented-promise.ts';

/** Turns of an agent by their command and through a gateway. */
const TURNS: PathName[] = ['chat', 'http-responses', 'socket-chat', 'telegram-text'];

export const modelFailoverFallbacks = promisesOf(
  { document: 'concepts/model-failover.md', slug: 'model-failover', from: '2026.3.2' },
  [
    {
      id: 'fallback-after-all-profiles',
      heading: 'Model fallback',
      about: ['all profiles for a provider fail'],
      kind: 'rotation',
      paths: TURNS,
      rule: 'When every profile of a provider fails, the next model of the list is asked.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'requested-model-first',
      heading: 'Candidate chain rules',
      about: ['requested model is always first'],
      from: '2026.4.5',
      kind: 'order',
      paths: ['chat'],
      rule: 'The model that is asked for is the first that is tried.',
      judged: { by: ['right-host'] },
    },
    {
      id: 'fallback-on-auth',
      heading: 'Which errors advance fallback',
      about: ['auth failures'],
      kind: 'rotation',
      paths: TURNS,
      rule: 'A refusal of the credential goes on to the fallback model.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'fallback-on-rate-limit',
      heading: 'Which errors advance fallback',
      about: ['rate limits and cooldown exhaustion'],
      from: '2026.4.5',
      kind: 'rotation',
      paths: TURNS,
      rule: 'A rate limit, or cooldowns of all profiles, goes on to the fallback model.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'fallback-on-billing',
      heading: 'Which errors advance fallback',
      about: ['billing disables'],
      kind: 'rotation',
      paths: TURNS,
      rule: 'A refusal for want of credit goes on to the fallback model.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'fallback-on-unknown-model',
      heading: 'Which errors advance fallback',
      about: ['model_not_found'],
      from: '2026.4.5',
      kind: 'rotation',
      paths: TURNS,
      rule: 'A model that the provider does not know goes on to the fallback model.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'fallback-on-overload',
      heading: 'Which errors advance fallback',
      about: ['overloaded/provider-busy'],
      from: '2026.4.5',
      kind: 'rotation',
      paths: TURNS,
      rule: 'A provider that too many ask goes on to the fallback model.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'fallback-on-timeout',
      heading: 'Which errors advance fallback',
      about: ['timeout-shaped failover errors'],
      from: '2026.4.5',
      kind: 'rotation',
      paths: TURNS,
      rule: 'A connection that ends without an answer goes on to the fallback model.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'fallback-on-unrecognized',
      heading: 'Which errors advance fallback',
      about: ['other unrecognized errors'],
      from: '2026.4.5',
      kind: 'rotation',
      paths: TURNS,
      rule: 'An error for which no other reason is named goes on to the fallback model.',
      judged: { by: ['after-refusal'] },
    },
  ],
);
