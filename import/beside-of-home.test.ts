/** The parts of a home beside its own files: a proxy, and the login of another program. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderOfHome } from '../test-support/folder-of-home.ts';
import { liftedHome } from '../test-support/lifted-home.ts';

const SECRET = 'AIzaSy0123456789abcdef';

it('an imported process with a proxy has one in the case, and without one none', () => {
  const folder = folderOfHome({
    '.openclaw/openclaw.json': "{ agents: { defaults: { model: 'google/gemini-2.5-flash' } } }",
    'process.env': 'HTTPS_PROXY=http://proxy.acme.test:8080',
    'other.env': 'ACME_REGION=eu',
  });
  const imported = (name: string) => liftedHome(folder, path.join(folder, name));
  expect(imported('process.env').case.proxy).toBe('beside');
  expect(JSON.stringify(imported('process.env').home)).not.toContain('acme.test');
  expect(imported('other.env').case.proxy).toBeNull();
});

it('an imported login of another program is one in the case', () => {
  const config = { agents: { defaults: { model: 'openai/gpt-5.5' } } };
  const imported = (file: object) =>
    liftedHome(
      folderOfHome({
        '.openclaw/openclaw.json': JSON.stringify(config),
        '.codex/auth.json': JSON.stringify(file),
      }),
    ).case.programLogin;
  expect(imported({ tokens: { access_token: SECRET, refresh_token: `${SECRET}r` } })).toBe(true);
  expect(imported({ OPENAI_API_KEY: SECRET })).toBe(false);
});
