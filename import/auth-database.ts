/**
 * The auth profile stores of 2026.6.5 and later: a database that all agents share, and one of each agent.
 *
 * @source docs/openclaw-auth-contract.md 1.6
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { BadInput } from '../support/bad-input.ts';
import { fileProblem } from '../support/file-error.ts';
import type { JsonRecord } from '../support/json-record.ts';

/** The place of a JSON text: the row of `table` whose `keyColumn` is `key`. */
interface Row {
  readonly table: string;
  readonly column: string;
  readonly keyColumn: string;
  readonly key: string;
}

/** The places of the profiles, and of what OpenClaw remembers of them. */
type Rows = Readonly<Record<'store' | 'state', Row>>;

const machineState = { table: 'config_machine_state', column: 'value_json', keyColumn: 'state_key' };

export const SHARED_STORE: Rows = {
  store: { ...machineState, key: 'authProfiles.store' },
  state: { ...machineState, key: 'authProfiles.state' },
};

export const AGENT_STORE: Rows = {
  store: { table: 'auth_profile_store', column: 'store_json', keyColumn: 'store_key', key: 'primary' },
  state: { table: 'auth_profile_state', column: 'state_json', keyColumn: 'state_key', key: 'primary' },
};

/** The store of secrets of 2026.9 (openclaw@2026.9.6:docs/cli/secrets.md). */
const SECRETS = 'secret_store_entries';
const LIVE_SECRETS = `SELECT name, value FROM ${SECRETS} WHERE deleted_at_ms IS NULL AND scope_kind = 'team'`;
const secretsSchema = z.array(z.object({ name: z.string(), value: z.string() }));

/** Sessions of 2026.8.1 and later, with what was chosen for them. */
const SESSIONS = 'session_nodes';
const CHOSEN = `SELECT count(*) AS count FROM ${SESSIONS} WHERE entry_json LIKE '%Override"%'`;
const countSchema = z.object({ count: z.number() });
const rowSchema = z.object({ json: z.string() }).optional();
const tableSchema = z.array(z.object({ name: z.string() }));
const jsonSchema = z.record(z.string(), z.unknown());

/**
 * Reads a copy, since SQLite writes beside what it reads.
 *
 * @returns null where there is no such file
 * @throws BadInput when it is no database of OpenClaw's
 */
export function databaseOf(
  file: string,
  rows: Rows,
): {
  readonly file: string;
  readonly store: JsonRecord;
  readonly state: JsonRecord;
  /** The store of secrets, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The number of sessions that have a model or a profile of their own. */
  readonly chosenSessions: number;
} | null {
  if (!existsSync(file)) return null;
  const copies = mkdtempSync(path.join(os.tmpdir(), 'openclaw-import-'));
  let database: DatabaseSync | null = null;
  try {
    for (const suffix of ['', '-wal'])
      if (existsSync(file + suffix)) cpSync(file + suffix, path.join(copies, `copy${suffix}`));
    database = new DatabaseSync(path.join(copies, 'copy'));
    const opened = database;
    const tables = opened.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const names = tableSchema.parse(tables).map(({ name }) => name);
    const value = ({ table, column, keyColumn, key }: Row): JsonRecord => {
      // A build makes a table when it first has something to put there.
      if (!names.includes(table)) return {};
      const query = `SELECT ${column} AS json FROM ${table} WHERE ${keyColumn} = ?`;
      const row = rowSchema.parse(opened.prepare(query).get(key));
      return row ? jsonSchema.parse(JSON.parse(row.json)) : {};
    };
    const secrets = names.includes(SECRETS) ? secretsSchema.parse(opened.prepare(LIVE_SECRETS).all()) : [];
    return {
      file,
      store: value(rows.store),
      state: value(rows.state),
      secrets: Object.fromEntries(secrets.map((each) => [each.name, each.value])),
      chosenSessions: names.includes(SESSIONS) ? countSchema.parse(opened.prepare(CHOSEN).get()).count : 0,
    };
  } catch (error) {
    // Messages of SQLite, a parser or a schema may quote a secret.
    const reason = fileProblem(error) ?? 'it is damaged, or no database of OpenClaw';
    throw new BadInput(`${file} cannot be read as a store of profiles: ${reason}. Copy it again.`);
  } finally {
    database?.close();
    rmSync(copies, { recursive: true, force: true });
  }
}
