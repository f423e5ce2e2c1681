import { expect, it } from 'vitest';
import { entrySecretSchema } from '../../generators/axes/secret.ts';
import { PLAIN_ENTRY, plainCase } from '../../generators/plain-case.ts';
import { explain } from './explain.ts';

const apiKey = { source: 'exec', holds: 'live', shape: 'plain' } as const;
const value = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey } }, { media: 'other-model' });

it('tells the values that would do as well from the one that matters', async () => {
  const parts = await explain(value, async ({ provider: { entry } }) => entry?.apiKey?.shape === 'plain');
  const of = (path: string) => parts.find((part) => part.path === path);
  expect(of('provider.entry.apiKey.shape')).toMatchObject({ value: 'plain', alternatives: [] });
  expect(of('media')?.alternatives).toEqual(['same', 'other-provider']);
  expect(of('provider.entry.apiKey.source')?.alternatives).toEqual(
    entrySecretSchema.shape.source.options.filter((source) => source !== 'exec'),
  );
});

it('asks about no axis that is as usual, and about no name', async () => {
  const profile = {
    name: 'a',
    type: 'api_key',
    expires: 'never',
    refresh: 'none',
    cooldown: 'none',
  } as const;
  const named = plainCase({
    id: 'google',
    profiles: [{ ...profile, secret: { ...apiKey, source: 'inline' } }],
    order: { where: 'store', names: ['a'] },
  });
  const paths = (await explain(named, async () => true)).map(({ path }) => path);
  expect(paths).toContain('provider.order.where');
  expect(paths.filter((path) => path.includes('name') || path.includes('answer'))).toEqual([]);
});

it('does not say of a value that it matters when time was up before others were tried', async () => {
  const parts = await explain(value, async () => false, Date.now() - 1);
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.every(({ alternatives }) => alternatives === null)).toBe(true);
});

it('tries only cases that the schema allows', async () => {
  const tried: string[] = [];
  const token = plainCase({
    id: 'google',
    profiles: [
      {
        name: 'a',
        type: 'token',
        secret: apiKey,
        expires: 'never',
        refresh: 'none',
        cooldown: 'none',
      },
    ],
  });
  await explain(token, async ({ provider }) => tried.push(provider.profiles[0]!.type) > 0);
  expect(tried).toContain('api_key');
  // An oauth profile may hold no SecretRef.
  expect(tried).not.toContain('oauth');
});
