/**
 * Reads the credentials off a request: scheme and text, wherever a provider's API lets them travel.
 *
 * @source docs/openclaw-auth-contract.md 3 (header by API style)
 */

export interface WireCredential {
  /** `bearer`, `sigv4`, the header's name for a bare key, or `query:<name>`. */
  readonly scheme: string;
  /** The secret text; for `sigv4` the access key id. May be empty. */
  readonly text: string;
}

const KEY_HEADERS = ['x-api-key', 'x-goog-api-key', 'api-key', 'xi-api-key', 'proxy-authorization'];
const KEY_PARAMETERS = ['key', 'api_key', 'access_token'];

/** Every credential of a request. Header names must be lower case. */
export function credentialsOfRequest(headers: Readonly<Record<string, string>>, url: URL): WireCredential[] {
  const found: WireCredential[] = [];
  const authorization = headers.authorization;
  if (authorization !== undefined) found.push(fromAuthorization(authorization));
  for (const name of KEY_HEADERS) {
    const text = headers[name];
    if (text !== undefined) found.push({ scheme: name, text });
  }
  for (const name of KEY_PARAMETERS) {
    const text = url.searchParams.get(name);
    if (text !== null) found.push({ scheme: `query:${name}`, text });
  }
  return found;
}

function fromAuthorization(value: string): WireCredential {
  const signature = /^AWS4-HMAC-SHA256 .*Credential=([^/]*)\//.exec(value);
  if (signature) return { scheme: 'sigv4', text: signature[1] ?? '' };
  const space = value.indexOf(' ');
  // A scheme whose text is blank arrives without the space.
  if (/^bearer$/i.test(value)) return { scheme: 'bearer', text: '' };
  if (space < 0) return { scheme: 'authorization', text: value };
  return { scheme: value.slice(0, space).toLowerCase(), text: value.slice(space + 1) };
}
