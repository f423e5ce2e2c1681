/** The rule for a key of web search alone: a search does not end for want of one. A part of explicit-choice. */
import { searchKeyOf } from '../../generators/axes/search-key.ts';
import { modelRequests, outcomeText } from '../behaviour.ts';
import { type Judged, observed } from '../law.ts';
import type { Deviation } from '../violation.ts';
import { SEARCH_PATHS, searchOrder } from './search-order.ts';
import { endsStrictCommands, wantsCredential } from './unobstructed.ts';

/**
 * Whether the key comes before a variable or a login, some documents leave open; that it is enough, all say. Where one states the whole
 * order, search-order judges it.
 *
 * @source openclaw@2026.5.22:docs/tools/grok-search.md, openclaw@2026.5.22:docs/tools/kimi-search.md,
 *   openclaw@2026.5.22:docs/tools/minimax-search.md (`webSearch.apiKey`)
 */
export function againstSearchKey(judged: Judged): Deviation[] {
  const key = searchKeyOf(judged.value);
  if (!key || key.secret.holds === 'nothing' || key.secret.shape !== 'plain') return [];
  if (searchOrder.judges?.(judged) || endsStrictCommands(judged.value)) return [];
  return SEARCH_PATHS.flatMap((path) => {
    const observation = observed(judged, path);
    if (observation?.model.provider !== key.provider || modelRequests(observation).length > 0) return [];
    if (!wantsCredential(observation)) return [];
    const end = outcomeText(observation);
    return [
      {
        path,
        reference: null,
        behaviour: `${end} in place of its own key`,
        detail: `${path} ends with ${end}, a key is set for it`,
      },
    ];
  });
}
