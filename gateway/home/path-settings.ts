import type { PathSettings } from '../../paths/parts/home-needs.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { VersionTraits } from '../versions/traits.ts';

/**
 * The settings that the given paths need for themselves.
 *
 * @param modelOf the reference of the model that a path asks; null: OpenClaw itself chooses it
 */
export function settingsOfPaths(
  paths: readonly AnyPath[],
  modelOf: (path: AnyPath) => string | null,
  traits: VersionTraits,
): Required<PathSettings> {
  const all = paths.map((path) => path.needs.settings?.(modelOf(path), traits) ?? {});
  const merged = (part: keyof PathSettings): object => Object.assign({}, ...all.map((each) => each[part]));
  return { agentDefaults: merged('agentDefaults'), tools: merged('tools'), sections: merged('sections') };
}
