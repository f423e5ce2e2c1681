/**
 * The marker that stands for no key where a server of Ollama's is the user's own, and wants none.
 *
 * @source openclaw@2026.5.22:docs/providers/ollama.md ("Local and LAN hosts": "OpenClaw uses the local `ollama-local` marker only for
 *   loopback, private-network, `.local`, and bare-hostname Ollama base URLs"; "Custom provider ids")
 */
import { providerNamed } from '../generators/providers/catalog.ts';
import type { Credential } from '../observation/credential.ts';

const OF_THE_USER = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|[^.]+$|.+\.local$)/;

export function isLocalMarker(credential: Credential, host: string, provider: string): boolean {
  const isMarker = credential.kind === 'text' && credential.text === 'marker';
  return isMarker && providerNamed(provider)?.api === 'ollama' && OF_THE_USER.test(host);
}
