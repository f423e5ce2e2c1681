/** The keys of a case that a step can replace. */
import type { Case } from '../case.ts';
import { providerOf } from '../providers/catalog.ts';
import { type CaseCanary, canariesOf } from '../secrets/canaries.ts';
import { type CasePlace, type Place, profileOf, sourceOf } from '../secrets/place.ts';
import type { Keeper } from './step.ts';

/** The file or variable that keeps the key of a place; null for a place that no step changes. */
export function keeperOf(place: Place): Keeper | null {
  if (place.holder === 'home') return null;
  if (place.holder === 'environment') return OF_LAYER[place.variable.layer];
  switch (sourceOf(place)) {
    case 'env':
    case 'template':
    case 'short-template':
      return 'environment';
    case 'foreign-name':
      return null;
    case 'dotenv':
      return 'env-file';
    case 'file':
      return 'secrets-file';
    case 'exec':
      return 'secret-command';
    case 'store':
      return 'secret-store';
    default:
      return OF_HOLDER[place.holder] ?? null;
  }
}

const OF_LAYER = {
  process: 'environment',
  state: 'env-file',
  config: 'config',
  'config-short': 'config',
  // Its keys are ignored (openclaw@2026.9.6:docs/help/environment.md).
  workspace: null,
} as const;

const OF_HOLDER: Partial<Record<CasePlace['holder'], Keeper>> = {
  entry: 'config',
  header: 'config',
  speech: 'config',
  memory: 'config',
  request: 'config',
  profile: 'profiles',
};

/** The keys of the case's own provider that a keeper keeps: those that a step replaces together. */
export function keptBy(value: Case, keeper: Keeper, held: readonly CaseCanary[]): CaseCanary[] {
  return held.filter(({ place }) => isOwn(value, place) && keeperOf(place) === keeper);
}

/** A subscription is not replaced by another text but by logging in again, and AWS's keys come in pairs. */
function isOwn({ provider }: Case, place: CasePlace): boolean {
  const isLoggedIn = profileOf(place)?.type === 'oauth';
  return place.provider === provider.id && !isLoggedIn && providerOf(provider.id).credentials !== 'aws';
}

/** A keeper of a key of the case's own provider. */
export function keepersOf(value: Case): Keeper[] {
  const own = canariesOf(value, '').filter(({ place }) => isOwn(value, place));
  return [...new Set(own.flatMap(({ place }) => keeperOf(place) ?? []))];
}
