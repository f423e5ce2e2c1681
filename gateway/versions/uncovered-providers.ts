/** Providers that a build offers and the catalog lacks: a new release's provider shows up without anybody looking. */
import { providerNamed } from '../../generators/providers/catalog.ts';
import type { PresentPlugin } from '../subject/provider-plugins.ts';
import type { Subject } from '../subject/subject.ts';
import { offeredBy } from './plugin-manifests.ts';

/**
 * Providers of models or of media that take a key from a variable, and are in no case; sorted.
 *
 * @param beside the plugins that are installed beside the build
 */
export function uncoveredProviders(
  subject: Pick<Subject, 'root'>,
  beside: readonly PresentPlugin[] = [],
): string[] {
  const offered = offeredBy(subject, beside);
  if (!offered) return [];
  const { models, media, variables } = offered;
  return [...variables.keys()].filter((id) => (models.has(id) || media.has(id)) && !providerNamed(id)).sort();
}
