/**
 * The auth profile stores of 2026.6.5 and later: a database that all agents share, and one of each agent.
 *
 * @source shared/auth-contract.md 1.6
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Json } from './openclaw-home.ts';

/** Queries of one column, `json`, for profiles and for what OpenClaw remembers of them. */
interface StoreQueries {
  readonly store: string;
  readonly state: string;
}

const machineState = (key: string) =>
  `SELECT value_json AS json FROM config_machine_state WHERE state_key = '${key}'`;

export const SHARED_STORE: StoreQueries = {
  store: machineState('authProfiles.store'),
  state: machineState('authProfiles.state'),
};

export const AGENT_STORE: StoreQueries = {
  store: "SELECT store_json AS json FROM auth_profile_store WHERE store_key = 'primary'",
  state: "SELECT state_json AS json FROM auth_profile_state WHERE state_key = 'primary'",
};

const rowSchema = z.object({ json: z.string() }).optional();
const tableSchema = z.array(z.object({ name: z.string() }));
const jsonSchema = z.record(z.string(), z.unknown());

/** Reads a copy, since SQLite writes beside what it reads. Null: there is no such file. */
export function databaseOf(
  file: string,
  queries: StoreQueries,
): { readonly file: string; readonly store: Json; readonly state: Json } | null {
  if (!existsSync(file)) return null;
  const copies = mkdtempSync(path.join(os.tmpdir(), 'openclaw-import-'));
  for (const suffix of ['', '-wal'])
    if (existsSync(file + suffix)) cpSync(file + suffix, path.join(copies, `copy${suffix}`));
  const database = new DatabaseSync(path.join(copies, 'copy'));
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const names = tableSchema.parse(tables).map(({ name }) => name);
    const value = (query: string): Json => {
      // A build makes a table when it first has something to put there.
      if (!names.some((name) => query.includes(` FROM ${name} `))) return {};
      const row = rowSchema.parse(database.prepare(query).get());
      return row ? jsonSchema.parse(JSON.parse(row.json)) : {};
    };
    return { file, store: value(queries.store), state: value(queries.state) };
  } finally {
    database.close();
    rmSync(copies, { recursive: true, force: true });
  }
}
