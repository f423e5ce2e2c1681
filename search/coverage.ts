/**
 * What a run exercised: how often each place of a credential was met on each path of each provider family.
 *
 * A cell that the generators can reach and a run did not is a gap, and shown as one.
 */

import type { Observation, PathName } from '../gateway/observation.ts';
import { placePattern } from '../gateway/observe/credential.ts';
import { type Canary, canariesOf } from '../generators/canaries.ts';
import type { Case } from '../generators/case.ts';
import { type ProviderFamily, type ProviderId, providerOf } from '../generators/providers.ts';

export interface CoverageCell {
  readonly family: ProviderFamily;
  /** `environment`, `profile(api_key, exec)`, `entry(template)`, …, or `nothing`. */
  readonly place: string;
  readonly path: PathName;
  readonly count: number;
}

export class Coverage {
  readonly #counts = new Map<string, number>();

  /** Counts a case for every path that was really run. */
  add(value: Case, observations: readonly Observation[]): void {
    const { family } = providerOf(value.provider.id);
    for (const { path, outcome } of observations) {
      if (outcome.kind === 'unsupported') continue;
      for (const place of placesOf(value)) {
        const key = JSON.stringify([family, place, path]);
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      }
    }
  }

  cells(): CoverageCell[] {
    return [...this.#counts]
      .map(([key, count]) => {
        const [family, place, path] = JSON.parse(key) as [ProviderFamily, string, PathName];
        return { family, place, path, count };
      })
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
}

/** Every place that the generators can make for the given providers: the cells a full run reaches. */
export function declaredPlaces(
  providers: readonly ProviderId[],
): { family: ProviderFamily; place: string }[] {
  const declared = new Map<string, { family: ProviderFamily; place: string }>();
  for (const id of providers) {
    const provider = providerOf(id);
    const how = (holder: string, sources: readonly string[]) =>
      sources.map((source) =>
        holder === 'entry' ? `entry(${source})` : `${holder}${source === 'inline' ? '' : `, ${source}`})`,
      );
    const references = ['inline', 'env', 'file', 'exec'];
    const places = [
      ...(provider.environmentVariable ? ['environment'] : []),
      ...provider.profileTypes.flatMap((type) => how(`profile(${type}`, references)),
      ...(provider.api === 'bedrock-converse-stream' ? [] : how('entry', [...references, 'template'])),
    ];
    for (const place of places) {
      declared.set(`${provider.family} ${place}`, { family: provider.family, place });
    }
  }
  return [...declared.values()];
}

function placesOf(value: Case): string[] {
  const own = canariesOf(value, '').filter((canary: Canary) => canary.place.provider === value.provider.id);
  const places = own.map(({ place }) => placePattern(place));
  return places.length > 0 ? [...new Set(places)] : ['nothing'];
}
