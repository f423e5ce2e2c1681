/** Traces a credential on the wire back to the place of the case that held it. */
import type { Canary } from '../../generators/secrets/canaries.ts';
import { describePlace, placePattern } from '../../generators/secrets/place.ts';
import type { WireCredential } from '../../mocks/credentials-of-request.ts';
import type { Credential } from '../../observation/credential.ts';

/** The observation of one wire credential. `earlier` holds the canaries of runs before this one. */
export function observeCredential(
  { scheme, text }: WireCredential,
  canaries: readonly Canary[],
  earlier: ReadonlySet<string>,
): Credential {
  const exact = canaries.find((canary) => canary.text === text);
  if (exact) return traced(scheme, exact, null);
  const given = canaries.find(({ exchanged }) => exchanged === text);
  if (given) return traced(`exchanged ${scheme}`, given, null);
  const inside = canaries.find((canary) => text.includes(canary.text));
  if (inside) {
    return traced(
      scheme,
      inside,
      text.trim() === inside.text ? 'whitespace around a key' : 'a key inside other text',
    );
  }
  // The characters of a mask do not survive a header, but what it leaves of the key does.
  const masked = canaries.find(
    ({ text: key, written }) =>
      !written.includes(key) && text.startsWith(key.slice(0, 6)) && text.endsWith(key.slice(-4)),
  );
  if (masked) return traced(scheme, masked, 'masked text');
  const named = canaries.find(
    ({ place, reference }) => place.source === 'foreign-name' && reference === text,
  );
  // The user wrote a name where a key belongs: sent as it stands, it is the user's own text.
  if (named) {
    const { provider } = named.place;
    const pattern = 'the text of apiKey';
    return { scheme, place: pattern, pattern, validity: 'stale', provider, malformed: null };
  }
  const unknown = { scheme, place: null, validity: 'unknown' as const, provider: null };
  if ([...earlier].some((known) => text.includes(known))) {
    const pattern = 'a secret of an earlier run';
    return { ...unknown, pattern, malformed: pattern };
  }
  const malformed = malformation(text);
  return { ...unknown, pattern: malformed ?? 'unknown text', malformed };
}

function traced(scheme: string, { place, validity }: Canary, malformed: string | null): Credential {
  const pattern = placePattern(place);
  return { scheme, place: describePlace(place), pattern, validity, provider: place.provider, malformed };
}

/**
 * What is wrong with text that is no canary, or null.
 *
 * @source docs/openclaw-auth-contract.md 0 (sentinels), 1.1 (markers in models.json), 2.5 (`__aws_sdk_auth__`)
 */
export function malformation(text: string): string | null {
  if (text === '') return 'empty text';
  if (text.trim() === '') return 'blank text';
  if (text === 'undefined' || text === 'null') return `the word ${text}`;
  if (/[•…]|\*{3,}/.test(text)) return 'masked text';
  if (/^\$\{?[A-Z]/.test(text)) return 'a template';
  if (/^(oc-sent-|secretref-|__.*__$|custom-local$|ollama-local$|non-secret)/.test(text)) return 'a marker';
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text)) return 'a variable name';
  if (/^[a-z][a-z-]*:[a-c]$/.test(text)) return 'a profile id';
  return null;
}
