/**
 * Which paths a provider has in a version, as data: a path that is not there is neither right nor wrong.
 *
 * @source docs/openclaw-auth-contract.md 3 (columns image, audio, video)
 */

import { choosesByItself } from '../../generators/axes/media-selection.ts';
import type { Case } from '../../generators/case.ts';
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import type { Lane } from '../../observation/lane.ts';
import type { PathName } from '../../observation/path-name.ts';
import { type ModelReference, modelOf } from '../home/models.ts';
import { traitsOf } from '../versions/traits.ts';
import { isAtLeast } from '../versions/version.ts';

/** Why a path cannot be run, or null when it can. */
export function isSupported(
  provider: ProviderId,
  path: PathName,
  version: string,
  lane: Lane,
): string | null {
  const traits = traitsOf(version);
  if (!traits.providers.includes(provider)) return `${provider} is not part of openclaw ${version}`;
  if (!serves(provider, path, version)) return `${provider} has no ${path}`;
  if (path === 'image-tool' && !traits.hasImageTool) return `${VIEWS_ITSELF} from 2026.8.1 on`;
  if (path === 'compaction' && !traits.compactsTurns) return `a turn of openclaw ${version} is not compacted`;
  if (path === 'memory' && !traits.memorySearch) return `memory of openclaw ${version} is not driven`;
  const isInferred = !OLDER_COMMANDS.includes(path);
  if (isInferred && !traits.hasInferCommands) return `openclaw ${version} has no command for ${path}`;
  if (path === 'image' && traits.imageCommand === 'function' && lane === 'cli') {
    return `openclaw ${version} has no working command for image`;
  }
  return null;
}

/** Paths of commands that came before `infer`. */
const OLDER_COMMANDS: readonly PathName[] = [
  'chat',
  'image-tool',
  'pdf-tool',
  'compaction',
  'memory',
  'probe',
];

/** openclaw@2026.9.6:docs/tools/index.md, `view_image`: the picture is loaded into the turn itself. */
const VIEWS_ITSELF = 'a turn looks at a picture with its own model';

function serves(provider: ProviderId, path: PathName, version: string): boolean {
  const { firstBuilds, ownModels, media } = providerOf(provider);
  const first = firstBuilds?.[path];
  if (first) return isAtLeast(version, first);
  if (path === 'chat' || path === 'completion' || path === 'compaction' || path === 'probe') return true;
  if (path === 'memory') return ownModels?.embedding !== undefined;
  if (path === 'embedding' || path === 'image-generation' || path === 'speech')
    return ownModels?.[path] !== undefined;
  const medium = path === 'image-tool' || path === 'pdf-tool' ? 'image' : path;
  return media.includes(medium);
}

/** The model that a path of a case is expected to ask, and why that path cannot be run, or null. */
export function askedModel(
  value: Case,
  path: PathName,
  version: string,
  lane: Lane,
): { readonly model: ModelReference; readonly unsupported: string | null } {
  const asked = (each: Case) => {
    const model = modelOf(each, path);
    return { model, unsupported: isSupported(model.provider, path, version, lane) };
  };
  const usual = asked(value);
  if (!usual.unsupported || !value.otherProvider || !choosesByItself(value.mediaSelection, path))
    return usual;
  // Where OpenClaw chooses, it may choose the provider that has the path.
  const other = asked({ ...value, provider: value.otherProvider });
  return other.unsupported ? usual : other;
}
