import { runnableOf } from '../../gateway/cases/runnable-of.ts';
import { NO_TURN } from '../../gateway/observe/tool-outcome.ts';
import type { AnyCase } from '../../home-case/any-case.ts';
import type { Lane } from '../../observation/lane.ts';
import { emptyObservation, type Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';

/**
 * A path that is a part of a turn, where chat has failed: its turn is chat's and fails as well, so that it need not be run (a third
 * of the time of a case that has no live credential). Null where it has to be.
 *
 * @param chat what chat did; undefined: it was not run
 */
export function unansweredTurn(
  value: AnyCase,
  path: PathName,
  version: string,
  lane: Lane,
  chat: Observation | undefined,
): Observation | null {
  // A turn by command ends as chat's command did, for which a gateway may have been asked.
  const ended = chat?.standsFor ?? (chat?.lane === lane ? chat.outcome : null);
  if (!pathOf(path).turn || ended?.kind !== 'failure') return null;
  const { model, unsupported } = runnableOf(value).askedModel(pathOf(path), version, lane);
  return {
    ...emptyObservation(path, lane, { provider: model.provider, id: model.model }),
    outcome: unsupported ? { kind: 'unsupported', reason: unsupported } : NO_TURN,
  };
}
