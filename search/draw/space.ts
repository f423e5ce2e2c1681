/** The space of a run: what its build can be asked, from which cases are drawn and coverage goals declared. */
import { unsupportedReason } from '../../gateway/asked/unsupported-reason.ts';
import { traitsOf } from '../../gateway/versions/traits.ts';
import type { BuildForms } from '../../generators/build-forms.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';

export interface Space {
  readonly version: string;
  readonly providers: readonly ProviderId[];
  /** Providers of which a subscription may be a profile beside keys. */
  readonly subscriptions: readonly ProviderId[];
  readonly forms: BuildForms;
  readonly paths: readonly PathName[];
  /** Whether the build has a path of the run for a provider. */
  has(provider: ProviderId, path: PathName): boolean;
}

/** @param providers left out: all that the build has */
export function spaceOf(
  { version }: { readonly version: string },
  paths: readonly PathName[] = ALL_PATHS,
  providers?: readonly ProviderId[],
): Space {
  const traits = traitsOf(version);
  return {
    version,
    providers: providers ?? traits.providers,
    subscriptions: traits.subscriptions,
    forms: traits,
    paths,
    has: (provider, path) =>
      paths.includes(path) && unsupportedReason(provider, pathOf(path), version, 'embedded') === null,
  };
}
