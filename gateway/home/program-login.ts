/**
 * The file in which Codex keeps its login.
 *
 * @source openclaw@2026.9.6:docs/concepts/oauth.md (Codex CLI); the form that `codex login` writes
 */
import type { Canary } from '../../generators/secrets/canaries.ts';

/** The text of the file; null where the case has no such login. */
export function programLoginFile(canaries: readonly Canary[], now: Date): string | null {
  const access = canaries.find(({ place }) => place.holder === 'program login')?.text;
  const refresh = canaries.find(({ place }) => place.holder === 'program refresh token')?.text;
  if (!access) return null;
  const tokens = {
    id_token: access,
    access_token: access,
    refresh_token: refresh,
    account_id: accountIn(access),
  };
  return JSON.stringify({ OPENAI_API_KEY: null, tokens, last_refresh: now.toISOString() }, null, 2);
}

/** The account that the claims of a token name. */
function accountIn(token: string): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    { readonly chatgpt_account_id?: string }
  >;
  return claims['https://api.openai.com/auth']?.chatgpt_account_id ?? '';
}
