/**
 * The endpoints at which providers tell how much of a quota is used, in the form of each.
 *
 * @source the requests and the readers of builds from 2026.3.13 to 2026.9.6 (`fetchUsageSnapshot` and the functions that it calls)
 */
import { matchRequestUrl } from 'msw';
import type { ProviderId } from '../../generators/providers/catalog.ts';

export interface UsageEndpoint {
  /** The URL as MSW matches it: of any host where builds ask the one that the user's entry names. */
  readonly url: string;
  readonly told: object;
}

/** Seconds since the epoch: the window of a quota ends after every run. */
const RESETS = 4_102_444_800;
const resets = new Date(RESETS * 1000).toISOString();
const codex = {
  url: 'https://chatgpt.com/backend-api/wham/usage',
  told: {
    plan_type: 'plus',
    rate_limit: { primary_window: { limit_window_seconds: 18_000, used_percent: 25, reset_at: RESETS } },
  },
};
const minimax = ['*/v1/token_plan/remains', '*/v1/api/openplatform/coding_plan/remains'].map((url) => ({
  url,
  told: {
    base_resp: { status_code: 0, status_msg: 'success' },
    model_remains: [
      { model_name: 'MiniMax-M2', current_interval_total_count: 100, current_interval_usage_count: 75 },
    ],
  },
}));

const ENDPOINTS: Readonly<Partial<Record<ProviderId, readonly UsageEndpoint[]>>> = {
  anthropic: [
    {
      url: 'https://api.anthropic.com/api/oauth/usage',
      told: { five_hour: { utilization: 25, resets_at: resets } },
    },
  ],
  openai: [codex],
  'openai-codex': [codex],
  deepseek: [
    {
      url: 'https://api.deepseek.com/user/balance',
      told: {
        is_available: true,
        balance_infos: [
          { currency: 'USD', total_balance: '10.00', granted_balance: '0.00', topped_up_balance: '10.00' },
        ],
      },
    },
  ],
  'github-copilot': [
    {
      url: 'https://api.github.com/copilot_internal/user',
      told: {
        copilot_plan: 'individual',
        quota_snapshots: { chat: { percent_remaining: 75 } },
        endpoints: { api: 'https://api.individual.githubcopilot.com' },
      },
    },
  ],
  minimax,
  'minimax-portal': minimax,
  xai: [
    {
      url: 'https://cli-chat-proxy.grok.com/v1/billing',
      told: { config: { creditUsagePercent: 25, currentPeriod: { type: 'WEEKLY', end: resets } } },
    },
  ],
  zai: [
    {
      url: 'https://api.z.ai/api/monitor/usage/quota/limit',
      told: {
        success: true,
        code: 200,
        data: { planName: 'lite', limits: [{ type: 'TOKENS_LIMIT', percentage: 25, unit: 3, number: 5 }] },
      },
    },
  ],
};

/** None of a provider that tells nothing. */
export function usageEndpointsOf(provider: string): readonly UsageEndpoint[] {
  return ENDPOINTS[provider as ProviderId] ?? [];
}

/** Whether a request asks a provider for its usage. */
export function isUsageCall(provider: string, url: URL): boolean {
  return usageEndpointsOf(provider).some((each) => matchRequestUrl(url, each.url).matches);
}
