import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import type { Law } from '../law.ts';

/**
 * Two promises in one variant: a cooldown that is over is as none, and one of another provider concerns that provider
 * alone. The laws same-credential and same-failure judge whether all paths treat an active one alike.
 */
export const cooldown: Law = {
  id: 'cooldown',
  sentence: 'a cooldown ends by itself, and concerns the provider that failed',
  source:
    'openclaw@2026.9.6:docs/concepts/model-failover.md (cooldowns: `cooldownUntil` in `usageStats`, by profile)',
  variant: (value) => ({
    ...value,
    provider: withoutCooldowns(value.provider, 'over'),
    otherProvider: value.otherProvider && withoutCooldowns(value.otherProvider, 'any'),
  }),
  judges: ({ variants }) => variants.cooldown !== undefined,
  check: (judged) => {
    const { observations, value } = judged;
    const own = observations.filter(({ model }) => model.provider === value.provider.id);
    return comparedWithVariant(
      'cooldown',
      { ...judged, observations: own },
      'after a cooldown',
      'without one',
    );
  },
};

function withoutCooldowns(setup: ProviderSetup, which: 'over' | 'any'): ProviderSetup {
  const profiles = setup.profiles.map((profile) =>
    which === 'any' || profile.cooldown === 'over' ? { ...profile, cooldown: 'none' as const } : profile,
  );
  return { ...setup, profiles };
}
