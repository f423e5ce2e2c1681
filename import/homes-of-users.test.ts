import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import json5 from 'json5';
import { describe, expect, it } from 'vitest';
import { type HomeFile, homeCaseSchema } from '../home-case/home-case.ts';
import { isJsonRecord } from '../support/json-record.ts';
import { HOMES_OF_USERS, type UsersHome } from '../test-support/homes-of-users.ts';
import { readRawHome } from './files/raw-home.ts';
import { homeCaseOf } from './home-case-of.ts';

function imported({ files, variables }: UsersHome) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homes-of-users-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const own = variables ? write('process.env', variables) : null;
  return homeCaseOf(readRawHome(folder, own), { model: null, agent: null, failing: [], live: null });
}

/** `place=value` of every setting; secrets, which all have FAKE in them, and what names them are `*`. */
function settings(value: unknown, place = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => settings(each, `${place}[${at}]`));
  if (isJsonRecord(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, each]) => settings(each, `${place}.${masked(key)}`));
  return [`${place}=${typeof value === 'string' ? masked(value) : JSON.stringify(value)}`];
}

function masked(text: string): string {
  return /FAKE|\{\{/.test(text) ||
    /@corp|^[\da-f-]{36}$|^sk-1234$|\d{9,}|lm-studio|^\/usr\/local|secret-sources|\/home\/jo|^~\/|^C:\\Users/.test(
      text,
    )
    ? '*'
    : text;
}

/** The settings of a user's file, as the case would have them. */
function settingsOf(name: string, text: string): string[] {
  const clean = text.replace('\ufeff', '');
  if (name.endsWith('.json') || name.endsWith('.json5')) return settings(json5.parse(clean));
  if (name.endsWith('.env')) return settings(parseEnv(clean));
  if (name.startsWith('.aws/')) {
    const pairs = [...clean.matchAll(/^\s*([\w-]+)\s*=\s*(.*?)\s*$/gm)];
    return pairs.map(([, key, value = '']) => `${key}=${masked(value)}`);
  }
  return [...clean.matchAll(/^export (\w+)=/gm)].map(([, key]) => `${key}`);
}

function settingsOfCase(file: HomeFile): string[] {
  switch (file.as) {
    case 'json':
      return settings(file.content);
    case 'variables':
      return settings(file.variables);
    case 'ini':
      return Object.values(file.sections).flatMap((keys) =>
        Object.entries(keys).map(([key, value]) => `${key}=${masked(value)}`),
      );
    case 'text':
      return [...file.text.matchAll(/^export (\w+)=/gm)].map(([, key]) => `${key}`);
    case 'store':
      return settings({ profiles: file.profiles, ...file.state });
  }
}

describe.each(HOMES_OF_USERS)('the import of a home with $name', (home) => {
  const result = imported(home);
  const { case: value, read, leftOut, replaced } = result;

  it('is a case, and holds no secret', () => {
    expect(homeCaseSchema.parse(value)).toEqual(value);
    expect(JSON.stringify(result.case)).not.toMatch(/FAKE/);
    expect(JSON.stringify([leftOut, replaced])).not.toMatch(/FAKE/);
  });

  it('has every file and setting, or names what it left out or replaced', () => {
    const said = [...read, ...[...leftOut, ...replaced].map(({ what }) => what)].join('\n');
    for (const [name, text] of Object.entries(home.files)) {
      const file = value.files.find((each) => each.path === name);
      if (!file) expect(said).toContain(name);
      else
        expect([name, settingsOfCase(file)]).toEqual([name, expect.arrayContaining(settingsOf(name, text))]);
    }
    for (const name of Object.keys(parseEnv(home.variables ?? '')))
      expect(value.environment).toHaveProperty(name);
  });
});
