/**
 * The paths that a provider has in a build: one that is not there is neither right nor wrong.
 *
 * @source docs/openclaw-auth-contract.md 3 (columns image, audio, video)
 */
import type { Case } from '../../generators/case.ts';
import { needsOwnProcess } from '../../generators/own-process.ts';
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { secretsHeld, setupsOf } from '../../generators/secrets/canaries.ts';
import type { Place } from '../../generators/secrets/place.ts';
import type { Lane } from '../../observation/lane.ts';
import type { PathName } from '../../observation/path-name.ts';
import { choosesByItself, type ModelReference, modelOf } from '../../paths/asked-model.ts';
import { chat } from '../../paths/chat.ts';
import { asksMemorySearch } from '../../paths/parts/memory-search.ts';
import { type AnyPath, pathOf } from '../../paths/paths.ts';
import { traitsOf } from '../versions/traits.ts';
import { isAtLeast } from '../versions/version.ts';

/** The reason why a path cannot be run; null when it can. */
export function unsupportedReason(
  provider: ProviderId,
  path: AnyPath,
  version: string,
  lane: Lane,
): string | null {
  const traits = traitsOf(version);
  if (!traits.providers.includes(provider)) return `${provider} is not part of openclaw ${version}`;
  if (!serves(provider, path, version)) return `${provider} has no ${path.name}`;
  if (path.onlyLane && path.onlyLane !== lane) return `only a running gateway has ${path.name}`;
  return path.missingIn({ version, traits, lane });
}

function serves(id: ProviderId, { name, servedBy }: AnyPath, version: string): boolean {
  const { firstBuilds, ownModels, media, usage } = providerOf(id);
  const first = firstBuilds?.[name];
  if (first) return isAtLeast(version, first);
  if (servedBy === 'every provider') return true;
  if (servedBy === 'those that tell usage') return usage !== undefined;
  return 'medium' in servedBy ? media.includes(servedBy.medium) : Boolean(ownModels?.[servedBy.ownModel]);
}

/** A command that names no agent asks main, which has none of the profiles that are another agent's own. */
function withoutAgent(value: Case, provider: ProviderId, path: AnyPath, version: string): string | null {
  const setup = setupsOf(value).find(({ id }) => id === provider);
  const isMains = value.agent !== 'second' || setup?.profileStore !== 'agent' || setup.profiles.length === 0;
  if (isMains || path.drive.asksAgent(traitsOf(version))) return null;
  return `the command for ${path.name} of openclaw ${version} takes no agent`;
}

/** The function behind image is called without a command line. */
function withoutOption({ mediaSelection }: Case, path: AnyPath, version: string): string | null {
  const hasNone = path.drive.functionBehind?.(traitsOf(version)) ?? null;
  return mediaSelection === 'command' && hasNone ? `${path.name} of openclaw ${version} has no option` : null;
}

/** A picture is described for a model that cannot look at it. */
function withSeeingChat(value: Case, path: AnyPath): string | null {
  const { provider } = modelOf(value, chat);
  const sees = providerOf(provider).media.includes('image');
  return path.isForBlindChat && sees ? `the chat model of ${provider} looks at pictures itself` : null;
}

/** The processes beside a gateway go on with what a case has made of them. */
function besideGateway(value: Case, lane: Lane): string | null {
  const isOut = lane === 'gateway' && needsOwnProcess(value);
  return isOut ? 'no gateway is run behind a proxy, or beside a login of another program' : null;
}

/** Minutes of waiting tell no more of credentials than a turn that ends at once. */
function withoutWaiting(value: Case, provider: ProviderId, { name, asksAgainAfter }: AnyPath): string | null {
  const setup = setupsOf(value).find(({ id }) => id === provider);
  if (!asksAgainAfter || !setup) return null;
  const isAlways = asksAgainAfter.includes(setup.answer) && setup.answeredRequests === 'every';
  const mayMeetLimit = secretsHeld(value).some(
    ({ place, validity }) =>
      validity === 'limited' && place.provider === provider && !isOfAnotherPath(place, name),
  );
  return isAlways || mayMeetLimit ? `${name} asks ${provider} again for a minute or more` : null;
}

/** Whether a key is for one path alone, and that is another. */
function isOfAnotherPath({ holder }: Place, path: PathName): boolean {
  return (
    holder === 'speech' || holder === 'search' || (holder === 'memory' && !asksMemorySearch(pathOf(path)))
  );
}

/** The model that a path of a case is expected to ask, and why that path cannot be run, or null. */
export function askedModel(
  value: Case,
  path: AnyPath,
  version: string,
  lane: Lane,
): { readonly model: ModelReference; readonly unsupported: string | null } {
  const asked = (each: Case) => {
    const model = modelOf(each, path);
    const ofProvider = unsupportedReason(model.provider, path, version, lane);
    const ofCommand = withoutAgent(each, model.provider, path, version) ?? withoutOption(each, path, version);
    const ofCase =
      besideGateway(each, lane) ?? withSeeingChat(each, path) ?? withoutWaiting(each, model.provider, path);
    return { model, unsupported: ofProvider ?? ofCase ?? ofCommand };
  };
  const usual = asked(value);
  if (!usual.unsupported || !value.otherProvider || !choosesByItself(value, path)) return usual;
  // OpenClaw may choose the provider that has the path, where it chooses.
  const other = asked({ ...value, provider: value.otherProvider });
  return other.unsupported ? usual : other;
}
