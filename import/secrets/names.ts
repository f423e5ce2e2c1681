/** Names of fields, variables and headers whose texts are secrets. */
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';

/** The last words of a field's name: `apiKey`, `bot_token`, `clientSecret`. */
const OF_SECRET =
  /(^|[a-z\d_.-])(api[-_]?key|key|token|tokens|secret|password|passwd|passphrase|pass|pin|credentials?|cookies?|authorization|signature|dsn|access|refresh)$/i;

/** Fields of such names that hold something else: `access` alone is a token, and `workspaceAccess` says what is allowed. */
const OF_NO_SECRET =
  /((session|main|cache|sort|primary|state|storage|header|public|hot|row|lookup|store)[-_]?key|(max|min|context|reserve|reserved|recent|output|input|threshold|total)[-_]?tokens?|keep\w*tokens|reuse\w*|[a-z\d][-_]?(access|refresh))$/i;

const VARIABLE_OF_SECRET =
  /(^|_)(\w*KEY|\w*TOKEN|\w*SECRET|PASS|\w*PASSWORD|PASSPHRASE|PASSWD|CREDENTIALS?|AUTH|COOKIE|DSN|PAT|PIN|BEARER)(_|\d|$)/i;

const KNOWN_VARIABLES = new Set<string>(
  ALL_PROVIDERS.flatMap(({ environmentVariables }) => environmentVariables),
);

/** Variables with such words that name a file, a place or a way (openclaw@2026.9.6:docs/plugins/vault.md). */
const VARIABLE_OF_NO_SECRET =
  /(_FILE|_PATH|_DIR|_URI|_URL|_HOST|_REGION|_MODEL|_MODE|_SOCK|_METHOD|_ROLE|_MOUNT|_SOURCE|_TYPE)$|^GOOGLE_APPLICATION_CREDENTIALS$/;

/** Headers that say how, not who. */
const PUBLIC_HEADERS =
  /^(user-agent|accept|accept-\w+|content-\w+|anthropic-(version|beta)|openai-beta|http-referer|referer|x-title|x-stainless-\w+|originator)$/i;

export function isFieldOfSecret(name: string): boolean {
  return OF_SECRET.test(name) && !OF_NO_SECRET.test(name);
}

export function isVariableOfSecret(name: string): boolean {
  if (KNOWN_VARIABLES.has(name)) return true;
  return VARIABLE_OF_SECRET.test(name) && !VARIABLE_OF_NO_SECRET.test(name);
}

export function isHeaderOfSecret(name: string): boolean {
  return !PUBLIC_HEADERS.test(name);
}
