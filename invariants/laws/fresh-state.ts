import { describePlace, placePattern } from '../../generators/secrets/place.ts';
import { keeperOf } from '../../generators/steps/keeper.ts';
import { ownerOf } from '../../observation/credential.ts';
import { MEMORY_PATHS } from '../facts/memory-paths.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { isReadAgain, stepsSince, type Taken, takenIn } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** The documents behind `isReadAgain` say which source must be read again, and when. */
export const freshState: Law = {
  id: 'fresh-state',
  sentence:
    'a key that was replaced is used by the next call on every path, and so is a provider that memory search was given',
  source:
    'openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md; openclaw@2026.9.6:docs/gateway/secrets/operations.md (`secrets.reload`); openclaw@2026.9.6:docs/help/environment.md',
  over: 'steps',
  judges: (judged) =>
    takenIn(judged).some(
      ({ before, observation }) =>
        observation.requests.length > 0 &&
        before.some((step) => step.do === 'rotate' || step.do === 'move-memory'),
    ),
  check: (judged) =>
    violationsOf(
      'fresh-state',
      familyOf(judged),
      takenIn(judged).flatMap((taken) => [...oldKeysOf(taken), ...formerProviderOf(judged, taken)]),
    ),
};

function oldKeysOf({ observation, index, before }: Taken): Deviation[] {
  const { path, lane, requests } = observation;
  return requests
    .flatMap(({ credentials }) => credentials)
    .flatMap((credential) => {
      if (credential.kind !== 'secret' || !credential.isReplaced) return [];
      const { place } = credential;
      const keeper = keeperOf(place);
      if (keeper === null || !isReadAgain(place, stepsSince(before, keeper), lane)) return [];
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
