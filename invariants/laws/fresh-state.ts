import { describePlace, type Place, placePattern, profileOf } from '../../generators/secrets/place.ts';
import { writtenFirst } from '../../generators/steps/first-key.ts';
import { keeperOf } from '../../generators/steps/keeper.ts';
import { keepUsable, type Step } from '../../generators/steps/step.ts';
import { type Credential, ownerOf, placeOf } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { modelRequests } from '../behaviour.ts';
import { reportsOf } from '../facts/credential-reports.ts';
import { MEMORY_PATHS } from '../facts/memory-paths.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { isReadAgain, stepsSince, type Taken, takenIn } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { usablePlaceOf } from './usable-place.ts';

/** The documents behind `isReadAgain` say which source must be read again, and when. */
export const freshState: Law = {
  id: 'fresh-state',
  sentence:
    'a key that was replaced, or written where there was none, is used by the next call on every path, and so is a provider that memory search was given; a profile that was removed is sent no more',
  source:
    'openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md; openclaw@2026.9.6:docs/gateway/secrets/operations.md (`secrets.reload`); openclaw@2026.9.6:docs/help/environment.md; openclaw@2026.9.6:docs/cli/models.md (what `models auth` asks of a running gateway; "`models auth logout` removes one saved auth profile")',
  over: 'steps',
  judges: (judged) =>
    takenIn(judged).some(
      ({ before, observation }) =>
        before.some((step) => step.do === 'first-key') ||
        (observation.requests.length > 0 && before.some(({ do: done }) => CHANGES.includes(done))),
    ),
  check: (judged) =>
    violationsOf(
      'fresh-state',
      familyOf(judged),
      takenIn(judged).flatMap((taken) => [
        ...oldKeysOf(judged, taken),
        ...firstKeyUnused(judged, taken),
        ...formerProviderOf(judged, taken),
        ...removedProfilesOf(judged, taken),
      ]),
    ),
};

const CHANGES: readonly Step['do'][] = ['rotate', 'move-memory', 'remove-profile'];

function oldKeysOf({ version }: Judged, { observation, index, before }: Taken): Deviation[] {
  const { path, lane, requests } = observation;
  return requests
    .flatMap(({ credentials }) => credentials)
    .flatMap((credential) => {
      if (credential.kind !== 'secret' || !credential.isReplaced) return [];
      const { place } = credential;
      const keeper = keeperOf(place);
      if (keeper === null || !isReadAgain(place, stepsSince(before, keeper), { lane, version })) return [];
      return [
        {
          path,
          reference: null,
          behaviour: `an old key of ${placePattern(place)}`,
          detail: `${path}, step ${index + 1}, sends the key that ${describePlace(place)} had before it was replaced`,
        },
      ];
    });
}

/**
 * A path that ends for want of a credential, or a report that calls it missing, though the first key was written before it, and nothing
 * was taken away since.
 */
function firstKeyUnused({ value, version }: Judged, { observation, index, before }: Taken): Deviation[] {
  const { path, lane, model } = observation;
  const written = writtenFirst(before);
  const want = wantOf(observation, version);
  if (!want || written.length === 0 || !keepUsable(before)) return [];
  const place = usablePlaceOf(value, { path: want.of, model }, version);
  const keeper = place && keeperOf(place);
  if (!keeper || !written.some((each) => each === keeper)) return [];
  if (!isReadAgain(place, stepsSince(before, keeper), { lane, version })) return [];
  return [
    {
      path,
      reference: null,
      behaviour: `${want.behaviour} after the first key of ${placePattern(place)}`,
      detail: `${path}, step ${index + 1}, finds no credential, though ${describePlace(place)} was written before it`,
    },
  ];
}

/** The path that is said to have no credential: the one that was taken, or the one that it reports on. */
function wantOf(
  observation: Observation,
  version: string,
): { readonly of: PathName; readonly behaviour: string } | null {
  const { path, status, outcome } = observation;
  const report = reportsOf(version).find((each) => each.path === path);
  if (report) return status === 'missing' ? { of: report.of, behaviour: 'status missing' } : null;
  const isForWant = outcome.kind === 'failure' && outcome.class === 'no-credential';
  return isForWant && modelRequests(observation).length === 0
    ? { of: path, behaviour: 'no-credential' }
    : null;
}

/** A path that asks by memory search, and still asks the provider that had it before. */
function formerProviderOf({ value }: Judged, { observation, index, before }: Taken): Deviation[] {
  const { path, requests } = observation;
  const { id } = value.provider;
  const isMoved = before.some((step) => step.do === 'move-memory');
  const sends = requests.some(({ credentials }) => credentials.some((each) => ownerOf(each) === id));
  if (!isMoved || !MEMORY_PATHS.includes(path) || !sends) return [];
  return [
    {
      path,
      reference: null,
      behaviour: 'the provider that memory search had before',
      detail: `${path}, step ${index + 1}, asks ${id}, after memory search was given to ${value.otherProvider?.id}`,
    },
  ];
}

/** A path that sends the secret of a profile after the user removed it. */
function removedProfilesOf({ version }: Judged, { observation, index, before }: Taken): Deviation[] {
  const { path, lane, requests } = observation;
  const sent = requests.flatMap(({ credentials }) => credentials).flatMap(storedProfileOf);
  return before.flatMap((step, place) => {
    if (step.do !== 'remove-profile') return [];
    const removed = sent.find((each) => profileOf(each)?.name === step.name);
    if (!removed || !isReadAgain(removed, before.slice(place + 1), { lane, version })) return [];
    return [
      {
        path,
        reference: null,
        behaviour: 'a profile that was removed',
        detail: `${path}, step ${index + 1}, sends the secret of ${describePlace(removed)}, which was removed before it`,
      },
    ];
  });
}

/** The place in the store of the profile that a credential belongs to, wherever its key is kept; none for another. */
function storedProfileOf(credential: Credential): Place[] {
  const place = placeOf(credential);
  const profile = place && profileOf(place);
  if (!profile || place.holder === 'home') return [];
  return [{ holder: 'profile', provider: place.provider, profile, source: 'inline' }];
}
