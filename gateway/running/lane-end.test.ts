import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { chat } from '../../paths/chat.ts';
import type { DoorEnd } from './door-end.ts';
import { readEnds } from './lane-end.ts';

const inVariable = { name: 'OPENAI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;

it('the words of two answers at once have no secret, both answers are looked through, and the secret is remembered', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lane-end-'));
  const canaries = canariesOf(plainCase({ id: 'openai', environment: [inVariable] }), 'salt');
  const [{ text }] = canaries as [(typeof canaries)[number]];
  const earlier = new Set<string>();
  const lane = {
    beside: { subject: { version: '2026.9.6', root: '/build' } },
    network: { earlier },
    logFile: path.join(folder, 'log'),
    home: { folder, declares: () => false },
    start: { kind: 'crashed', tail: '' },
  } as const;
  const ends: DoorEnd[] = ['no more', `the key ${text} in ${folder} is wrong`].map((message) => ({
    kind: 'reply',
    status: 401,
    text: JSON.stringify({ error: { message } }),
  }));
  const seen = { requests: [], canaries, turn: null, isUnread: false, provider: 'openai' };
  const asked = ends.map((end) => ({ by: 'door', end }) as const);
  const { outcomes, disclosures } = await readEnds(lane, chat, asked, seen);
  await rm(folder, { recursive: true });
  expect(JSON.stringify(outcomes)).not.toContain(text);
  expect(JSON.stringify(outcomes)).not.toContain(folder);
  expect(disclosures.map(({ where }) => where)).toEqual(['answer']);
  expect(earlier).toContain(text);
});
