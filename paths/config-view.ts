import { z } from 'zod';
import { gatewayReport } from './parts/gateway-report.ts';
import type { Path } from './path.ts';

/**
 * The configuration as a running gateway shows it to its clients: keys are struck out.
 *
 * @source openclaw@2026.9.6:docs/gateway/embedding.md ("`config.get` redacts sensitive values and SecretRef identifiers")
 */
export const configView: Path<'config-view'> = {
  name: 'config-view',
  ...gatewayReport({
    method: 'config.get',
    params: {},
    answer: z.looseObject({ hash: z.string() }),
    // It has no word on credentials.
    statusIn: () => null,
  }),
};
