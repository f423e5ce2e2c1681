import { ALL_PATHS } from '../../observation/path-name.ts';
import { namesModelBare } from '../../paths/configured-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import type { Law } from '../law.ts';

/** Judged on the paths that resolve the configured model of chat, and on those that read `agents.defaults.imageModel`. */
export const bareModel: Law = {
  id: 'bare-model',
  sentence:
    'a model that one entry alone lists is asked as by its full name where the configuration names it without its provider',
  source:
    'openclaw@2026.9.6:docs/gateway/config-agents/models.md (`model.primary`: "then a unique configured-provider match for that exact model id"; `imageModel`: "OpenClaw qualifies it to that provider"), in openclaw@2026.5.22:docs/gateway/config-agents.md as well; #48576, #38816, #73396',
  variant: (value) => (namesModelBare(value) ? { ...value, bareModel: false } : value),
  variantPaths: ALL_PATHS.filter((path) => {
    const { of, own } = pathOf(path).model;
    return (of === 'chat' && own === null) || own === 'image';
  }),
  judges: ({ variants }) => variants['bare-model'] !== undefined,
  check: (judged) => comparedWithVariant('bare-model', judged, 'without its provider', 'by its full name'),
};
