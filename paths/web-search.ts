import { PROMPT } from './parts/agent-turn.ts';
import { readGenerated } from './parts/answers.ts';
import type { Path, PathModel } from './path.ts';

const MODEL: PathModel = {
  of: 'chat',
  own: 'web-search',
  // If nothing is set, OpenClaw chooses among the providers that it has a key for.
  namedBy: ['entries', 'image-model', 'command'],
  hasFallback: false,
};

/**
 * A search of the web by the model of a provider (openclaw@2026.9.6:docs/cli/infer.md, `web search`). Its order of
 * credentials is its own, so it is held against its document and compared with no other path.
 */
export const webSearch: Path<'web-search'> = {
  name: 'web-search',
  drive: {
    command: () => ['infer', 'web', 'search', '--query', PROMPT, '--json'],
    // Its settings are of no agent.
    asksAgent: () => false,
  },
  model: MODEL,
  servedBy: { ownModel: 'web-search' },
  missingIn: ({ version, traits }) =>
    traits.searchesByPlugin ? null : `the search settings of openclaw ${version} are of no plugin`,
  needs: {
    // A gateway whose settings name a provider that searches nothing does not start.
    gateway: 'web-search',
    // A process keeps results for minutes (openclaw@2026.9.6:docs/tools/web.md), and so would ask nobody.
    settings: (model) => ({
      tools: { web: { search: { ...(model ? { provider: model.split('/')[0] } : {}), cacheTtlMinutes: 0 } } },
    }),
  },
  turn: null,
  readEnd: readGenerated,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: null,
  isRepresentative: false,
};
