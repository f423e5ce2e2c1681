import type { Case } from '../generators/case.ts';
import type { OpenClawHome } from './openclaw-home.ts';
import { profileNamesOf } from './setup-of-home.ts';

/** The name in the case of a profile that the home names by its id; null where the case has none for it. */
export function profileNamed(
  home: OpenClawHome,
  provider: string,
  profile: string,
  leftOut: string[],
): Case['chatProfile'] {
  const named = profileNamesOf(home, provider).get(profile);
  if (!named) leftOut.push(`${profile}: a case has no profile that could be named so`);
  return named ?? null;
}
