import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chat } from './chat.ts';
import { PATHS } from './paths.ts';

const asked = { provider: 'google', model: 'google/gemini-2.5-flash', agent: 'main' };

it('names of paths are unique, and each is the name of its file', () => {
  const names = PATHS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !existsSync(join(import.meta.dirname, `${name}.ts`)))).toEqual([]);
});

describe.each(PATHS.map((path) => [path.name, path] as const))('the path %s', (_name, path) => {
  it('is asked for a file only where it brings one', () => {
    const files = path.drive.command(asked, '/media').filter((word) => word.startsWith('/media'));
    expect(files).toEqual(path.drive.file ? [join('/media', path.drive.file.name)] : []);
  });

  it('finds in its workspace what its tool is asked for', () => {
    const named = Object.values(path.turn?.call('/workspace').arguments ?? {}).filter((text) =>
      text.startsWith('/workspace/'),
    );
    expect(named).toHaveLength(path.turn && path.turn.endsWith !== 'subagent' ? 1 : 0);
    expect(Object.keys(path.needs.workspace ?? {})).toEqual(
      expect.arrayContaining(named.map((file) => basename(file))),
    );
  });

  it('overflows the turn where the summary of the turn is the path, and only there', () => {
    const isSummary = path.turn?.endsWith === 'summary';
    expect(path.turn?.call('/workspace').overflows ?? false).toBe(isSummary);
    expect(path.comparedFrom === 'accepted').toBe(isSummary);
  });

  it('gives its tool a task that no other turn has where it is a turn of a subagent, and only there', () => {
    const task = path.turn?.call('/workspace').task;
    expect(task !== undefined).toBe(path.turn?.endsWith === 'subagent');
    expect(path.drive.command(asked, '').join(' ')).not.toContain(task ?? 'no task');
  });

  it('shares code with a path that is named for itself', () => {
    expect(path.sharesCode?.with.sharesCode ?? null).toBeNull();
  });

  it('fails where nothing was printed, and where the command failed', () => {
    const end = { stdout: '', stderr: '', exitCode: 0, thrown: null };
    expect(path.readEnd(end, [])).toMatchObject({ kind: 'failure' });
    expect(path.readEnd({ ...end, exitCode: 1, stderr: '401 Unauthorized' }, [])).toMatchObject({
      kind: 'failure',
      class: 'rejected',
    });
  });
});

it('chat comes first: the others are compared with it', () => {
  expect(PATHS[0]).toBe(chat);
  expect(chat.isRepresentative).toBe(true);
});
