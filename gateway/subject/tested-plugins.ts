/** The bundled plugins that cases and paths may use in a build: those of its providers, and those that paths need. */
import { PATHS } from '../../paths/paths.ts';
import { traitsOf } from '../versions/traits.ts';

export function testedPlugins(version: string): readonly string[] {
  return [...traitsOf(version).plugins, ...PATHS.flatMap(({ needs }) => needs.plugins ?? [])];
}
