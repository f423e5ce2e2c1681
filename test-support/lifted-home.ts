import { readRawHome } from '../import/files/raw-home.ts';
import { homeCaseOf } from '../import/home-case-of.ts';
import { liftedCase } from '../import/lifted-case.ts';

/**
 * The case of a home on disk, by the way of the product: `import` makes a home case, and shrinking lifts that.
 *
 * @param variables the file of the variables of the process; null: none are known
 */
export function liftedHome(folder: string, variables: string | null = null) {
  const asked = { model: null, agent: null, failing: [], live: null };
  const { case: home, texts } = homeCaseOf(readRawHome(folder, variables), asked);
  return { ...liftedCase(home), home, texts };
}
