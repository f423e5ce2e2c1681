import { expect, it } from 'vitest';
import type { LeftOut } from './files/raw-home.ts';
import { withoutInstalled } from './without-installed.ts';

it('leaves out what is set for an installed plugin, its channel too, and says so', () => {
  const content = {
    plugins: {
      installs: { whatsapp: { source: 'npm' } },
      entries: { whatsapp: { enabled: true }, brave: { enabled: true } },
      allow: ['whatsapp', 'brave'],
    },
    channels: { whatsapp: { enabled: true }, telegram: { enabled: true } },
  };
  const leftOut: LeftOut[] = [];
  const file = withoutInstalled({ path: '.openclaw/openclaw.json', as: 'json', content }, leftOut);
  expect(file).toMatchObject({
    content: {
      plugins: { entries: { brave: { enabled: true } }, allow: ['brave'] },
      channels: { telegram: { enabled: true } },
    },
  });
  expect(JSON.stringify(file)).not.toContain('whatsapp');
  expect(leftOut.map(({ what }) => what)).toEqual([
    'plugins.installs',
    'plugins.allow: whatsapp',
    'plugins.entries.whatsapp',
    'channels.whatsapp',
  ]);
});

it('keeps what is set for a plugin of a provider that a run installs itself, and says that its files are not kept', () => {
  const content = {
    plugins: {
      installs: { mistral: { source: 'npm' } },
      load: { paths: ['/home/ann/mistral'] },
      entries: { mistral: { enabled: true } },
      allow: ['mistral', 'telegram'],
    },
  };
  const leftOut: LeftOut[] = [];
  const file = withoutInstalled({ path: '.openclaw/openclaw.json', as: 'json', content }, leftOut);
  expect(file).toEqual({
    path: '.openclaw/openclaw.json',
    as: 'json',
    content: { plugins: { entries: { mistral: { enabled: true } }, allow: ['mistral', 'telegram'] } },
  });
  expect(leftOut.map(({ what }) => what)).toEqual(['plugins.installs', 'plugins.load']);
  expect(leftOut[0]?.why).toContain('mistral');
});
