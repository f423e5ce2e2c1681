import { httpEmbedding } from './http-embedding.ts';
import { PROMPT } from './parts/agent-turn.ts';
import { invokedTool } from './parts/invoked-tool.ts';
import type { Path } from './path.ts';

/**
 * A search in an agent's memory by its tool: the gateway asks for the vector of the question.
 *
 * @source openclaw@2026.9.6:docs/concepts/memory-search.md, openclaw@2026.9.6:docs/gateway/tools-invoke-http-api.md
 */
export const memoryTool: Path<'memory-tool'> = {
  ...httpEmbedding,
  name: 'memory-tool',
  drive: invokedTool('memory_search', { query: PROMPT }),
  needs: { ...httpEmbedding.needs, workspace: { 'MEMORY.md': 'The owner likes tea.\n' } },
};
