import { z } from 'zod';
import { gatewayReport } from './parts/gateway-report.ts';
import type { Path } from './path.ts';

const rowSchema = z.object({ provider: z.string(), available: z.boolean().nullish() });

/**
 * The models that a running gateway offers, each with whether it can be used.
 *
 * @source openclaw@2026.9.6:docs/gateway/protocol/operator-methods.md (`models.list` views),
 *   openclaw@2026.9.6:docs/web/control-ui/feature-reference.md ("model availability (`models.list`)")
 */
export const modelList: Path<'model-list'> = {
  name: 'model-list',
  ...gatewayReport({
    method: 'models.list',
    params: { view: 'configured' },
    answer: z.object({ models: z.array(rowSchema) }),
    statusIn({ models }, provider) {
      const rows = models.filter((each) => each.provider === provider);
      const said = rows.flatMap(({ available }) => available ?? []);
      if (said.length === 0) return null;
      if (said.every(Boolean)) return 'present';
      return said.some(Boolean) ? 'unclear' : 'missing';
    },
  }),
  missingIn: ({ version, traits }) =>
    traits.listsAvailability ? null : `models.list of openclaw ${version} does not say what can be used`,
};
