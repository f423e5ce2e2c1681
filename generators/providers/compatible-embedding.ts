/**
 * The builds in which the vectors of an OpenAI-compatible provider of the user's own can be asked for.
 *
 * @source openclaw@2026.6.9:docs/reference/memory-config.md ("can point at a custom `models.providers.<id>` entry … for
 *   OpenAI-compatible model APIs"); 2026.5.22 ends with `Unknown memory embedding provider`
 */
const FIRST = '2026.6.9';

export const EMBEDS_SINCE = {
  embedding: FIRST,
  memory: FIRST,
  'memory-status': FIRST,
  'http-embedding': FIRST,
  'memory-tool': FIRST,
} as const;
