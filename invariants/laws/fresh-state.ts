import { describePlace, placePattern } from '../../generators/secrets/place.ts';
import { keeperOf } from '../../generators/steps/keeper.ts';
import { familyOf, type Law } from '../law.ts';
import { isReadAgain, stepsSince, type Taken, takenIn } from '../over-steps.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** The documents behind `isReadAgain` say which source must be read again, and when. */
export const freshState: Law = {
  id: 'fresh-state',
  sentence: 'a key that was replaced is used by the next call on every path',
  source:
    'openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md; openclaw@2026.9.6:docs/gateway/secrets/operations.md (`secrets.reload`); openclaw@2026.9.6:docs/help/environment.md',
  over: 'steps',
  judges: (judged) =>
    takenIn(judged).some(({ before, observation }) =>
      before.some((step) => step.do === 'rotate' && observation.requests.length > 0),
    ),
  check: (judged) => violationsOf('fresh-state', familyOf(judged), takenIn(judged).flatMap(oldKeysOf)),
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
