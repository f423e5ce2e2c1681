import { z } from 'zod';
import { availabilityIn, availableModelsSchema } from './parts/available-models.ts';
import { gatewayReport } from './parts/gateway-report.ts';
import type { Path } from './path.ts';

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
    answer: z.object({ models: availableModelsSchema }),
    statusIn: ({ models }, provider) => availabilityIn(models, provider),
  }),
  missingIn: ({ version, traits }) =>
    traits.listsAvailability ? null : `models.list of openclaw ${version} does not say what can be used`,
};
