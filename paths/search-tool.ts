import { PROMPT } from './parts/agent-turn.ts';
import { invokedTool } from './parts/invoked-tool.ts';
import type { Path } from './path.ts';
import { webSearch } from './web-search.ts';

/**
 * A search of the web by the agent's tool, in a running gateway.
 *
 * @source openclaw@2026.9.6:docs/tools/web.md, openclaw@2026.9.6:docs/gateway/tools-invoke-http-api.md
 */
export const searchTool: Path<'search-tool'> = {
  ...webSearch,
  name: 'search-tool',
  drive: invokedTool('web_search', { query: PROMPT }),
  onlyLane: 'gateway',
};
