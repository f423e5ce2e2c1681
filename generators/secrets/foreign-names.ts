/**
 * The names that a user wrote where a key belongs: those of variables that are no provider's own, and that of a provider which has
 * none. To OpenClaw each is a text like any other, whether the variable holds something or not.
 */
import type { EntrySecret } from '../axes/secret.ts';
import type { Case } from '../case.ts';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { setupsOf } from './canaries.ts';
import { referenceOf } from './place.ts';

/** The name that a marker has in the entry of a provider without a variable of its own. */
export const NAME_OF_NO_VARIABLE = 'ACME_API_KEY';

/** The provider in whose entry each of them stands. */
export function foreignNamesOf(value: Case): ReadonlyMap<string, ProviderId> {
  return new Map(
    setupsOf(value).flatMap(({ id: provider, entry, entryRequest }) => {
      const fields: ['entry' | 'header' | 'request', EntrySecret | null | undefined][] = [
        ['entry', entry?.apiKey],
        ['header', entry?.header],
        ['request', entry && entryRequest?.secret],
      ];
      return fields.flatMap(([holder, secret]): [string, ProviderId][] => {
        const name = secret && foreignName(holder, provider, secret.source);
        return name ? [[name, provider]] : [];
      });
    }),
  );
}

function foreignName(
  holder: 'entry' | 'header' | 'request',
  provider: ProviderId,
  source: EntrySecret['source'],
): string | null {
  if (source === 'foreign-name') return referenceOf({ holder, provider, source });
  const hasVariable = providerOf(provider).environmentVariables.length > 0;
  return source === 'marker' && !hasVariable ? NAME_OF_NO_VARIABLE : null;
}
