/** The headers under names of their own that a case configures: what is written down, and what must arrive. */
import { type EntryHeader, HEADER_NAMES } from '../../generators/axes/entry-headers.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import type { OwnHeader } from '../../observation/request.ts';

/** The header of media entries. */
export const MEDIA_HEADER = 'X-Media-Tenant';

/** The header of memory search. */
export const MEMORY_HEADER = 'X-Memory-Tenant';

export function memoryHeaderText(id: string): string {
  return `memory-of-${id}`;
}

/** The header of a gateway between, in `request` of the provider's entry. */
export const REQUEST_HEADER = 'X-Gateway-Pass';

export function mediaHeaderText(id: string): string {
  return `media-of-${id}`;
}

/** The headers of a provider's entry, by their names on the wire. */
export function ownHeaders(
  { id, entry, entryHeaders }: ProviderSetup,
  canaries: readonly Canary[],
): Record<string, string> {
  if (!entry) return {};
  return Object.fromEntries(entryHeaders.map((each) => [HEADER_NAMES[each], headerText(each, id, canaries)]));
}

function headerText(header: EntryHeader, id: string, canaries: readonly Canary[]): string {
  if (header === 'tenant') return `tenant-of-${id}`;
  if (header === 'user-agent') return `acme-client/1.0 (${id})`;
  const token = canaries.find(({ place }) => place.holder === 'gateway token' && place.provider === id);
  return `Bearer ${token?.text}`;
}

/** The headers of the case's own that a request has, with the text that the case gives them. */
export function seenHeaders(
  value: Case,
  canaries: readonly Canary[],
  id: string,
  headers: Readonly<Record<string, string>>,
): OwnHeader[] {
  const setup = setupsOf(value).find((each) => each.id === id);
  const hasText = (name: string, text: string) => headers[name.toLowerCase()] === text;
  const ofEntry = (setup?.entry ? setup.entryHeaders : []).filter((each) =>
    hasText(HEADER_NAMES[each], headerText(each, id, canaries)),
  );
  const pass = canaries.find(({ place }) => place.holder === 'request' && place.provider === id);
  return [
    ...ofEntry,
    ...(hasText(MEDIA_HEADER, mediaHeaderText(id)) ? (['media'] as const) : []),
    ...(hasText(MEMORY_HEADER, memoryHeaderText(id)) ? (['memory'] as const) : []),
    ...(pass && hasText(REQUEST_HEADER, pass.text) ? (['request'] as const) : []),
  ];
}
