/** One file of a copied home, as it is on disk. */
import { z } from 'zod';
import type { HomeFile } from '../../home-case/home-case.ts';
import { BadInput } from '../../support/bad-input.ts';
import { variablesIn } from '../../support/env-text.ts';
import type { JsonRecord } from '../../support/json-record.ts';
import { parseJson5 } from '../../support/read-json.ts';
import { readText } from '../../support/read-text.ts';
import { AGENT_STORE, databaseOf, SHARED_STORE } from '../auth-database.ts';
import { iniSections } from './ini.ts';
import type { FileKind } from './known-files.ts';
import { choicesOfSessions } from './sessions.ts';
import { exportsOnly } from './shell-exports.ts';

const recordSchema = z.record(z.string(), z.unknown());

/**
 * @param file where it is on disk
 * @param name what the case calls it
 * @throws BadInput when it cannot be read
 */
export function readFile(file: string, name: string, kind: FileKind): HomeFile {
  switch (kind) {
    case 'json':
      return { path: name, as: 'json', content: objectIn(readText(file), file) };
    case 'sessions':
      return { path: name, as: 'json', content: choicesOfSessions(objectIn(readText(file), file)) };
    case 'variables':
      return { path: name, as: 'variables', variables: variablesIn(readText(file)) };
    case 'ini':
      return { path: name, as: 'ini', sections: iniSections(readText(file)) };
    case 'text':
      return { path: name, as: 'text', text: readText(file) };
    case 'exports':
      return { path: name, as: 'text', text: exportsOnly(readText(file)) };
    case 'shared database':
    case 'agent database': {
      const rows = databaseOf(file, kind === 'shared database' ? SHARED_STORE : AGENT_STORE);
      const { store = {}, state = {}, secrets = {} } = rows ?? {};
      return { path: name, as: 'store', profiles: store, state, secrets };
    }
  }
}

function objectIn(text: string, file: string): JsonRecord {
  const { data } = recordSchema.safeParse(parseJson5(text, file));
  if (!data) throw new BadInput(`${file} holds no object at its top. Correct it first.`);
  return data;
}
