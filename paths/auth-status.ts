import { z } from 'zod';
import { gatewayReport } from './parts/gateway-report.ts';
import { healthOf, profileWordSchema, providerWordSchema } from './parts/health-words.ts';
import type { Path } from './path.ts';

/**
 * The report of a running gateway on the credentials of each provider, as its control page shows it.
 *
 * @source openclaw@2026.9.6:docs/web/control-ui/feature-reference.md ("auth state (`models.authStatus`)")
 */
export const authStatus: Path<'auth-status'> = {
  name: 'auth-status',
  ...gatewayReport({
    method: 'models.authStatus',
    params: { refresh: true },
    answer: z.object({
      providers: z.array(providerWordSchema.extend({ profiles: z.array(profileWordSchema).optional() })),
    }),
    statusIn({ providers }, provider) {
      const status = providers.find((each) => each.provider === provider)?.status;
      if (status === undefined) return null;
      if (status === 'missing') return 'missing';
      // `expiring` and `expired` say nothing of whether it can be refreshed.
      return status === 'ok' || status === 'static' ? 'present' : 'unclear';
    },
    healthIn: ({ providers }, provider) =>
      healthOf(
        providers.flatMap(({ profiles = [] }) => profiles),
        providers,
        provider,
      ),
  }),
};
