/** Traces a credential on the wire back to the place of the case that held it. */
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { WireCredential } from '../../mocks/credentials-of-request.ts';
import type { Credential, Damage, TextKind } from '../../observation/credential.ts';

/**
 * The observation of one wire credential.
 *
 * @param earlier the canaries of runs before this one
 * @param names what the user wrote where a key belongs, with the provider whose key should stand there
 */
export function observeCredential(
  { scheme, text }: WireCredential,
  canaries: readonly Canary[],
  earlier: ReadonlySet<string>,
  names: ReadonlyMap<string, ProviderId> = new Map(),
): Credential {
  const exact = canaries.find((canary) => canary.text === text);
  if (exact) return traced(scheme, exact, null);
  const given = canaries.find(({ exchanged }) => exchanged === text);
  if (given) return traced(`exchanged ${scheme}`, given, null);
  const inside = canaries.find((canary) => text.includes(canary.text));
  if (inside) {
    return traced(scheme, inside, text.trim() === inside.text ? 'whitespace' : 'other text');
  }
  // The characters of a mask do not survive a header, but what it leaves of the key does.
  const masked = canaries.find(
    ({ text: key, written }) =>
      !written.includes(key) && text.startsWith(key.slice(0, 6)) && text.endsWith(key.slice(-4)),
  );
  if (masked) return traced(scheme, masked, 'mask');
  const named = names.get(text);
  // Sent as it stands, it is the user's own text.
  if (named) return { kind: 'name', scheme, provider: named };
  const isEarlier = [...earlier].some((known) => text.includes(known));
  return { kind: 'text', scheme, text: isEarlier ? 'earlier run' : textKindOf(text) };
}

function traced(scheme: string, canary: Canary, damage: Damage | null): Credential {
  const { place, validity, generation, isReplaced } = canary;
  return {
    kind: 'secret',
    scheme,
    place,
    validity,
    damage,
    ...(generation === undefined ? {} : { generation }),
    ...(isReplaced ? { isReplaced } : {}),
  };
}

/** Also what stands for Google's default credentials (openclaw@2026.3.13 and 2026.4.10, `resolveEnvApiKey`). */
const MARKER =
  /^(oc-sent-|secretref-|__.*__$|custom-local$|ollama-local$|non-secret|gcp-vertex-credentials$|<authenticated>$)/;

/**
 * Classifies text that is no canary; `unknown` may be a credential.
 *
 * @source docs/openclaw-auth-contract.md 0 (sentinels), 1.1 (markers in models.json), 2.5 (`__aws_sdk_auth__`)
 */
export function textKindOf(text: string): TextKind {
  if (text === '') return 'empty';
  if (text.trim() === '') return 'blank';
  if (text === 'undefined' || text === 'null') return text;
  if (/[•…]|\*{3,}/.test(text)) return 'masked';
  if (/^\$\{?[A-Z]/.test(text)) return 'template';
  if (MARKER.test(text)) return 'marker';
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text)) return 'variable name';
  if (/^[a-z][a-z-]*:[a-c]$/.test(text)) return 'profile id';
  return 'unknown';
}
