/** The model of pictures, sounds and films of a home, as a case has it. */
import type { Case } from '../generators/case.ts';
import { withItsProvider } from '../home-case/bare-name.ts';
import { modelIn } from '../home-case/model-in.ts';
import { providerCalled } from '../home-case/provider-name.ts';
import { MEDIA_PATHS } from '../paths/paths.ts';
import { at, records, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import type { OpenClawHome } from './openclaw-home.ts';
import { profileNamed } from './profile-named.ts';
import { providerIdIn } from './provider-of-home.ts';

export interface Media {
  readonly reference: Case['media'];
  readonly selection: Case['mediaSelection'];
  readonly pin: Case['mediaPin'];
  readonly entry: Case['mediaEntry'];
  /** The other provider that the media model is of. */
  readonly provider: string | null;
  /** Whether the model of pictures is named without its provider; null: none is named. */
  readonly isBare: boolean | null;
}

/** @param leftOut is told what a case cannot say */
export function mediaOf(home: OpenClawHome, provider: string, model: string, leftOut: string[]): Media {
  const { config } = home;
  const entries = entriesIn(config);
  const providerIn = (each: JsonRecord) => providerCalled(config, text(each.provider) ?? provider);
  const known = entries.filter((each) => !isCommand(each) && providerIdIn(providerIn(each), config));
  const [entry] = known;
  const namesOf = (all: readonly JsonRecord[]) =>
    new Set(
      all.map((each) => (isCommand(each) ? 'a command' : `${providerIn(each)}/${text(each.model) ?? model}`)),
    );
  for (const each of namesOf(entries).difference(namesOf(known.slice(0, 1))))
    leftOut.push(`tools.media ${each}: a case has one provider's entries`);
  const imageModel = modelIn(at(config, 'agents.defaults.imageModel'));
  const full = imageModel && withItsProvider(config, imageModel);
  const [first = '', ...rest] = full?.split('/') ?? [];
  const chosen = entry
    ? { provider: providerIn(entry), model: text(entry.model) ?? model }
    : { provider: providerCalled(config, first), model: rest.join('/') };
  const none = { reference: 'same', pin: null, entry: 'plain', provider: null, isBare: null } as const;
  if (entry && imageModel) leftOut.push(`${imageModel}: entries of tools.media come before it in a case`);
  if (!entry && imageModel && rest.length === 0) {
    leftOut.push(
      `${imageModel}: a case names a model of pictures without its provider where one entry alone lists it`,
    );
    return { ...none, selection: 'automatic' };
  }
  if (!entry && !imageModel) return { ...none, selection: 'automatic' };
  const isOther = chosen.provider !== provider;
  if (isOther && !providerIdIn(chosen.provider, config)) {
    leftOut.push(`${imageModel}: cases have no provider of pictures like it`);
    return { ...none, selection: 'automatic' };
  }
  const field = (['profile', 'preferredProfile'] as const).find((each) => entry?.[each]);
  const name = field && profileNamed(home, chosen.provider, String(entry?.[field]), leftOut);
  return {
    reference: isOther ? 'other-provider' : chosen.model === model ? 'same' : 'other-model',
    selection: entry ? 'entries' : 'image-model',
    pin: field && name ? { field, name } : null,
    entry: text(entry?.baseUrl) ? 'own-address' : entry?.headers ? 'own-header' : 'plain',
    provider: isOther ? chosen.provider : null,
    isBare: entry ? null : full !== imageModel,
  };
}

/** The entries of every medium, in the order of the media. */
export function entriesIn(config: JsonRecord): JsonRecord[] {
  const lists = ['models', ...new Set(MEDIA_PATHS.map(({ medium }) => `${medium}.models`))];
  return lists.flatMap((name) => records(at(config, `tools.media.${name}`)));
}

/** An entry that runs a program in place of asking a provider (openclaw@2026.9.6:docs/nodes/media-understanding.md, `type: "cli"`). */
function isCommand({ type, command }: JsonRecord): boolean {
  return type === 'cli' || command !== undefined;
}
