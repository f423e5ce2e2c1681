import { expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import { regionalHost } from '../generators/providers/hosts.ts';
import { judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import { judge } from './laws.ts';

const apiKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;

it.each(['minimax', 'minimax-portal'] as const)(
  'an image of %s comes from its own host, whatever address chat has',
  (id) => {
    const ended = (baseUrl: 'regional' | 'default') => {
      const value = plainCase({ id, entry: { ...PLAIN_ENTRY, apiKey, baseUrl } });
      const sent = request(sentFrom(value, ({ holder }) => holder === 'entry', 'bearer'));
      const at = (host: string) => ({ model: { provider: id, id: 'model' }, requests: [{ ...sent, host }] });
      const seen = [
        observation('chat', at(regionalHost(id))),
        observation('image-generation', at('api.minimax.io')),
      ];
      return judge(judged(seen, { value })).filter(({ law }) => law === 'same-credential').length;
    };
    expect(ended('regional')).toBe(0);
    expect(ended('default')).toBe(1);
  },
);
