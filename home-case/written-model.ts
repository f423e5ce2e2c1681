/** Reads a model as a configuration writes it: `provider/model`, an alias of `agents.defaults.models`, or either with a profile behind it. */
import { at, record, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';

export interface WrittenModel {
  /** Without alias and profile. */
  readonly model: string;
  readonly isAlias: boolean;
  /** The id of the profile that stands after an at sign; null: none does. */
  readonly profile: string | null;
}

/** Parts of a model's id that begin with an at sign, too: a date, a quantization. */
const OF_MODEL = /^(?:\d{8}|i?q\d+(?:_[a-z0-9]+)*|\d+bit)(?=@|$)/i;

/**
 * Reads a reference as the builds do.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("`provider/alias`", "An optional auth-profile suffix"); its
 *   `splitTrailingAuthProfile` and `resolveModelRefFromString`
 */
export function writtenModel(config: JsonRecord, written: string): WrittenModel {
  const { name, profile } = withoutProfile(written.trim());
  const aliased = aliasesOf(config).get(name.toLowerCase());
  return { model: aliased ?? name, isAlias: aliased !== undefined, profile };
}

/** The profile is all that follows the first at sign behind the last slash that is no part of the model's id. */
function withoutProfile(written: string): { readonly name: string; readonly profile: string | null } {
  let place = written.indexOf('@', written.lastIndexOf('/') + 1);
  while (place > 0) {
    const ofModel = OF_MODEL.exec(written.slice(place + 1))?.[0];
    if (ofModel === undefined) break;
    place = written.indexOf('@', place + 1 + ofModel.length);
  }
  const [name, profile] = [written.slice(0, place), written.slice(place + 1)];
  // Nothing before it, or nothing behind it: a name as it stands.
  return place > 0 && profile !== '' && !name.endsWith('/')
    ? { name, profile }
    : { name: written, profile: null };
}

/** The model of each alias, which is known by itself and behind its provider, in lower case. */
function aliasesOf(config: JsonRecord): Map<string, string> {
  const models = Object.entries(record(at(config, 'agents.defaults.models')));
  return new Map(
    models.flatMap(([model, settings]) => {
      const alias = text(record(settings).alias)?.toLowerCase();
      const provider = model.split('/')[0] ?? '';
      return alias ? [[alias, model] as const, [`${provider.toLowerCase()}/${alias}`, model] as const] : [];
    }),
  );
}
