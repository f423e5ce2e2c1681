import { ALL_PATHS } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import type { Law } from '../law.ts';

/** Judged on the paths that resolve the configured model of chat. */
export const modelAlias: Law = {
  id: 'model-alias',
  sentence:
    'a model that the configuration names by its alias, or with its provider in capitals, is asked as by its full name',
  source:
    'openclaw@2026.9.6:docs/gateway/config-agents/models.md (`model.primary`: "OpenClaw tries an alias first"), in openclaw@2026.5.22:docs/gateway/config-agents.md as well; openclaw@2026.9.6:docs/concepts/models.md ("Provider IDs are normalized to lowercase")',
  variant: (value) => ({ ...value, modelName: 'full' }),
  variantPaths: ALL_PATHS.filter((path) => {
    const { of, own } = pathOf(path).model;
    return of === 'chat' && own === null;
  }),
  judges: ({ variants }) => variants['model-alias'] !== undefined,
  check: (judged) =>
    comparedWithVariant(
      'model-alias',
      judged,
      judged.value.modelName === 'capitals' ? 'by a name in capitals' : 'by its alias',
      'by its name',
    ),
};
