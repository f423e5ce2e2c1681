/** Profiles of an imported home that its configuration declares, or that are stored under another provider. */
import { describe, expect, it } from 'vitest';
import { folderOfHome } from '../test-support/folder-of-home.ts';
import { liftedHome } from '../test-support/lifted-home.ts';

const SECRET = 'AIzaSy0123456789abcdef';

describe('imported profiles', () => {
  it('are declared where the configuration declares them, and what a case cannot say of it is told', () => {
    const profile = { type: 'api_key', provider: 'google', key: SECRET };
    const lifted = (...declared: string[]) => {
      const profiles = declared.map((id) => `'${id}': { provider: 'google', mode: 'api_key' }`).join(', ');
      const folder = folderOfHome({
        '.openclaw/openclaw.json': `{ meta: { lastTouchedVersion: '2026.5.22' }, auth: { profiles: { ${profiles} } }, agents: { defaults: { model: 'google/gemini-2.5-flash' } } }`,
        '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify({
          version: 1,
          profiles: { 'google:mine': profile, 'google:other': { ...profile, key: `${SECRET}2` } },
        }),
      });
      const { case: value, leftOut } = liftedHome(folder);
      return [value.provider.listedProfiles, leftOut.filter((each) => each.includes('auth.profiles')).length];
    };
    expect(lifted()).toEqual(['none', 0]);
    expect(lifted('google:mine', 'google:other')).toEqual(['all', 0]);
    expect(lifted('google:mine')).toEqual(['first', 0]);
    expect(lifted('google:other')).toEqual(['first', 1]);
  });

  it('are those of the provider whose account another shares', () => {
    const folder = folderOfHome({
      '.openclaw/openclaw.json': `{ meta: { lastTouchedVersion: '2026.5.22' }, auth: { order: { volcengine: ['volcengine:default'] } }, agents: { defaults: { model: 'volcengine-plan/ark-code-latest' } } }`,
      '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify({
        version: 1,
        profiles: { 'volcengine:default': { type: 'api_key', provider: 'volcengine', key: SECRET } },
      }),
    });
    const { provider } = liftedHome(folder).case;
    expect(provider).toMatchObject({ id: 'volcengine-plan', order: { where: 'config', names: ['a'] } });
    expect(provider.profiles).toHaveLength(1);
  });
});
