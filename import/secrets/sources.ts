/**
 * The sources of secrets that a configuration names: a file is read where it was copied; a program cannot be run, and a file may
 * be missing. One that answers every reference to it takes its place.
 *
 * @source openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md (file, exec)
 */
import type { HomeFile } from '../../home-case/home-case.ts';
import { at, record, text } from '../../support/json-path.ts';
import { isJsonRecord, type JsonRecord } from '../../support/json-record.ts';
import { parseJson5 } from '../../support/read-json.ts';
import type { LeftOut, RawHome } from '../files/raw-home.ts';
import { cleanJson, type JsonPlace } from './clean-json.ts';
import type { Vault } from './vault.ts';
import { nameOfReference, providerOfName, type Referrers } from './whose.ts';

export interface Sources {
  readonly files: readonly HomeFile[];
  readonly replaced: readonly LeftOut[];
  readonly leftOut: readonly LeftOut[];
  /** The setting of a source, with the file of the case in place of the user's. */
  rewritten(value: JsonRecord): JsonRecord;
}

export function sourcesOf(home: RawHome, vault: Vault, referrers: Referrers, place: JsonPlace): Sources {
  const files: HomeFile[] = [];
  const replaced: LeftOut[] = [];
  const leftOut: LeftOut[] = [];
  const names = new Map<string, string>();
  for (const [id, value] of Object.entries(record(at(home.config, 'secrets.providers')))) {
    const { source, path, mode } = record(value);
    const given = text(path);
    if (source !== 'exec' && (source !== 'file' || given === null)) continue;
    const shown = vault.scrubbed('', id, 'id');
    if ('pluginIntegration' in record(value))
      leftOut.push({
        what: `secrets.providers.${shown}.pluginIntegration`,
        why: 'a program answers in place of an installed plugin',
      });
    const own = source === 'file' && given !== null ? home.state.named(given) : null;
    const content = own === null ? null : home.more(own);
    const name = own !== null && content !== null ? own : `secret-sources/${shown}`;
    // One program may serve several sources, with other arguments for each.
    names.set(JSON.stringify(value), name);
    if (content !== null) files.push(copied(name, id, content, mode === 'singleValue'));
    else {
      const ids = idsOf(home, id, source);
      files.push(source === 'exec' ? program(name, id, ids) : made(name, id, ids, mode === 'singleValue'));
      const what = `the ${source === 'exec' ? 'program' : 'file'} of secrets.providers.${shown}`;
      replaced.push({ what, why: `one that has ${ids.length} values takes its place` });
    }
  }
  return {
    files,
    replaced,
    leftOut,
    rewritten(value) {
      const name = names.get(JSON.stringify(value));
      if (name === undefined) return value;
      const { pluginIntegration: _, ...rest } = value;
      const trusted = 'trustedDirs' in value ? { trustedDirs: ['{{home}}'] } : {};
      return { ...rest, [value.source === 'exec' ? 'command' : 'path']: `{{home}}/${name}`, ...trusted };
    },
  };

  function copied(name: string, source: string, content: string, isSingle: boolean): HomeFile {
    if (isSingle) {
      const provider = providerOfName(nameOfReference(source, 'value'), referrers);
      const kind = provider ? 'entry' : 'setting';
      return { path: name, as: 'text', text: vault.whole(name, content, { kind, provider, profile: null }) };
    }
    const whose: JsonPlace['whose'] = (path) => ({
      kind: 'entry',
      provider: providerOfName(`/${path.join('/')}`, referrers),
      profile: null,
    });
    const all = { ...place, label: name, whose, isAllSecret: true };
    return { path: name, as: 'json', content: cleanJson(parseJson5(content, name), vault, all) };
  }

  function value(source: string, id: string): string {
    const isOnlyId = id === 'value';
    const name = vault.scrubbed('', isOnlyId ? `${source} ${id}` : id, 'id');
    return vault.made(`secret ${name}`, {
      kind: 'entry',
      provider: providerOfName(nameOfReference(source, id), referrers) ?? providerOfName(id, referrers),
      profile: null,
    });
  }

  function program(name: string, source: string, ids: readonly string[]): HomeFile {
    const values = Object.fromEntries(ids.map((id) => [vault.scrubbed('', id, 'id'), value(source, id)]));
    const answer = JSON.stringify({ protocolVersion: 1, values });
    return { path: name, as: 'text', text: `#!/bin/sh\nprintf '%s' '${answer}'\n` };
  }

  function made(name: string, source: string, ids: readonly string[], isSingle: boolean): HomeFile {
    if (isSingle) return { path: name, as: 'text', text: value(source, ids[0] ?? 'value') };
    const content: Record<string, unknown> = {};
    for (const id of ids)
      put(content, vault.scrubbed('', id, 'id').split('/').filter(Boolean), value(source, id));
    return { path: name, as: 'json', content };
  }
}

/** The ids of every reference to a source, in the configuration and in profiles. */
function idsOf(home: RawHome, provider: string, source: string): string[] {
  const found = new Set<string>();
  const fallback = text(at(home.config, `secrets.defaults.${source}`)) ?? 'default';
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isJsonRecord(value) && value.source === source && typeof value.id === 'string')
      if ((text(value.provider) ?? fallback) === provider) found.add(value.id);
    Object.values(value).forEach(look);
  };
  look(home.config);
  look(home.files);
  return [...found];
}

function put(value: Record<string, unknown>, [key = '', ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) value[key] = text;
  else {
    const inner = isJsonRecord(value[key]) ? { ...value[key] } : {};
    put(inner, rest, text);
    value[key] = inner;
  }
}
