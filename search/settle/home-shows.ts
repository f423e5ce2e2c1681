/** Whether a smaller home shows what a home shows. */
import { expectedModel } from '../../home-case/asked-models.ts';
import { lists } from '../../home-case/configuration.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { outcomeText } from '../../invariants/behaviour.ts';
import type { Claim } from '../../invariants/violation.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import type { Observe } from '../evaluate/evaluator.ts';
import { judgeCase, lawsOf } from '../evaluate/judge-case.ts';

export interface Shown {
  readonly shows: boolean;
  /** The ends of the claimed paths: `chat: answer, image: unknown-model`. */
  readonly ends: string;
}

/**
 * The build's own verdict guards: beside the fingerprint each claimed path must end as it did, so that a configuration that a
 * build refuses is no smaller form of a credential that it overlooks.
 */
export function homeShows(observe: Observe, start: HomeCase, version: string, claim: Claim) {
  let meant: string | null = null;
  const [first, ...others] = claim.paths.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  // A model that the configuration does not list may be unknown.
  const askedBy = (value: HomeCase) =>
    claim.paths
      .map((path) => {
        const model = expectedModel(value, pathOf(path));
        return JSON.stringify([model, lists(value, model)]);
      })
      .join();
  const look = async (value: HomeCase): Promise<Shown> => {
    if (askedBy(value) !== askedBy(start))
      return { shows: false, ends: 'another model is asked, or an unlisted one' };
    // A candidate that ends otherwise on the first path is not asked on the others.
    const alone = meant && first && others.length > 0 ? await observe(value, [first]) : null;
    const end = alone?.[0] && endText(alone[0]);
    if (end && meant && !meant.split(', ').includes(end)) return { shows: false, ends: end };
    const judgement = await judgeCase(observe, value, version, claim.paths, lawsOf(claim));
    if (!judgement) return { shows: false, ends: 'not run' };
    const ends = judgement.observations.map(endText).join(', ');
    const isShown = judgement.violations.some(({ fingerprint }) => fingerprint === claim.fingerprint);
    return { shows: isShown && (meant === null || ends === meant), ends };
  };
  function isNamed(path: PathName): boolean {
    return start.asked.failing.includes(path);
  }

  return async (value: HomeCase): Promise<Shown> => {
    meant ??= (await look(start)).ends;
    return look(value);
  };
}

/** `image: unknown-model` */
export function endText(observation: Observation): string {
  return `${observation.path}: ${outcomeText(observation)}`;
}
