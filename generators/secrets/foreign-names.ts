/**
 * The names that a user wrote where a key belongs: those of variables that are no provider's own. To OpenClaw each is a text
 * like any other, whether the variable holds something or not.
 */
import type { EntrySecret } from '../axes/secret.ts';
import type { Case } from '../case.ts';
import type { ProviderId } from '../providers/catalog.ts';
import { setupsOf } from './canaries.ts';
import { referenceOf } from './place.ts';

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
        const name =
          secret?.source === 'foreign-name' && referenceOf({ holder, provider, source: secret.source });
        return name ? [[name, provider]] : [];
      });
    }),
  );
}
