/**
 * Cases whose provider is in trouble of any kind beside another that can be asked, on whose model chat falls back: by chance the three
 * hardly ever come together.
 *
 * @source openclaw@2026.9.6:docs/concepts/model-failover.md ("Model fallback", "Which errors advance fallback")
 */
import fc from 'fast-check';
import type { Agent } from './axes/agent.ts';
import { type ProviderAnswer, providerAnswerSchema } from './axes/provider-answer.ts';
import { oneIn, weighted } from './axes/weighted.ts';
import type { Case } from './case.ts';
import { usableSetup } from './provider-setup.ts';
import { type ProviderId, providerOf } from './providers/catalog.ts';
import { takesUsualKey, withUsualKey } from './usual-key.ts';

/** One case in so many. */
const ONE_IN = 24;

/** Answers after which chat can go on by itself, and those that keep a turn for minutes on some builds. */
const NO_TROUBLE: readonly ProviderAnswer[] = ['by-key', 'slow', 'open', 'redirect'];
const TROUBLES = providerAnswerSchema.options.filter((answer) => !NO_TROUBLE.includes(answer));

const agents = weighted<Agent>({ main: 5, 'strict-model': 2, 'own-model': 1, second: 1 });

/**
 * The same cases, but for some. What is drawn for them comes last, so that a seed draws the other cases as before.
 *
 * @param providers those of the build
 */
export function withTroubles(
  cases: fc.Arbitrary<Case>,
  providers: readonly ProviderId[],
): fc.Arbitrary<Case> {
  const others = providers.filter(takesUsualKey);
  if (others.length === 0) return cases;
  return fc
    .tuple(cases, oneIn(ONE_IN), fc.constantFrom(...TROUBLES), fc.constantFrom(...others), agents)
    .map(([value, isTroubled, answer, other, agent]): Case => {
      const { provider, steps } = value;
      if (
        !isTroubled ||
        steps !== null ||
        other === provider.id ||
        providerOf(provider.id).credentials === 'aws'
      )
        return value;
      return {
        ...value,
        provider: { ...usableSetup(provider), answer, answeredRequests: 'every' },
        otherProvider: withUsualKey(other),
        fallback: 'other-provider',
        agent,
      };
    });
}
