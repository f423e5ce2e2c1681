/** Differences that documents allow, and the same differences where none does. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_SUBSCRIPTION, plainCase } from '../generators/plain-case.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import {
  environmentKey,
  failed,
  judged,
  observation,
  profileKey,
  request,
  sentFrom,
  value,
} from '../test-support/conforming.ts';
import type { LawId } from './law-id.ts';
import { ALL_LAWS, judge } from './laws.ts';

/** Counts how often a law is broken by chat and one other path. */
function broken(
  law: LawId,
  of: typeof value,
  chat: Partial<Observation>,
  ...other: [PathName, Partial<Observation>]
) {
  const observations = [observation('chat', chat), observation(...other)];
  const changes = { value: of, variants: { [law]: observations.slice(1) } };
  return judge(judged(observations.slice(0, law === 'isolation' ? 1 : 2), changes), [
    ...ALL_LAWS.filter(({ id }) => id === law),
  ]).length;
}

const refused = { ...request(profileKey), status: 401 };
const rejected = { requests: [refused], outcome: failed('rejected') };

describe('media understanding, which leaves out a model that has no key', () => {
  const named = plainCase({ id: 'google' }, { mediaSelection: 'command' });
  const nothing = { requests: [], outcome: failed('nothing-selected') };

  it('ends for want of a key where chat does, and breaks the law where chat is answered', () => {
    const noKey = { requests: [], outcome: failed('no-credential') };
    for (const path of ['image', 'audio', 'video'] as const) {
      expect(broken('same-failure', named, noKey, path, nothing)).toBe(0);
      expect(broken('same-failure', named, {}, path, nothing)).toBe(1);
    }
    expect(broken('same-failure', named, noKey, 'image-generation', nothing)).toBe(1);
  });
});

describe('speech, whose address is a setting of its own', () => {
  const apiKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;
  const regional = plainCase({ id: 'xai', entry: { ...PLAIN_ENTRY, apiKey, baseUrl: 'regional' } });
  const entryKey = sentFrom(regional, ({ holder }) => holder === 'entry');
  const isSentTo = (path: PathName, host: string) =>
    judge(
      judged([observation(path, { requests: [{ ...request(entryKey), host }] })], { value: regional }),
    ).some(({ law }) => law === 'right-host');

  it('asks the usual host, to which the entry of another address sends no other path', () => {
    expect(isSentTo('speech', 'api.x.ai')).toBe(false);
    expect(isSentTo('image', 'api.x.ai')).toBe(true);
    expect(isSentTo('speech', 'api.openai.com')).toBe(true);
  });
});

describe('a turn by command that ends in its strict preflight', () => {
  const words = { requests: [], outcome: failed('no-credential') };
  const preflight = { ...words, outcome: { ...words.outcome, isPreflight: true } };

  it('is compared with nothing; one that finds no key is', () => {
    const laws = ['same-failure', 'status-agrees'] as const;
    for (const law of laws) {
      const path = law === 'status-agrees' ? 'probe' : 'image';
      expect(broken(law, value, preflight, path, {})).toBe(0);
      expect(broken(law, value, words, path, {})).toBe(1);
    }
    expect(broken('isolation', value, preflight, 'chat', {})).toBe(0);
    expect(broken('isolation', value, words, 'chat', {})).toBe(1);
    const live = plainCase({
      id: 'google',
      environment: [{ name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
    });
    expect(broken('documented-precedence', live, preflight, 'image', {})).toBe(0);
    expect(broken('documented-precedence', live, words, 'image', {})).toBe(1);
  });

  it('is compared where a gateway was asked in its place, which isolates what cannot be resolved', () => {
    const gateway = { ...words, lane: 'gateway' as const, standsFor: preflight.outcome };
    expect(broken('same-failure', value, gateway, 'image', {})).toBe(1);
  });
});

describe('an agent run that tries another credential after a refusal', () => {
  const rotated = { requests: [refused, request(environmentKey)] };

  it('may end better than what does not promise to, and not where both begin apart', () => {
    expect(broken('same-failure', value, rotated, 'image', rejected)).toBe(0);
    expect(broken('same-failure', value, {}, 'image', rejected)).toBe(1);
    expect(broken('same-credential', value, rotated, 'image', { requests: [request(environmentKey)] })).toBe(
      1,
    );
  });
});

describe('an address of the user', () => {
  const moved = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, baseUrl: 'regional' } });
  const refusedAddress = {
    requests: [],
    outcome: { kind: 'failure', class: 'refused-address', message: '' } as const,
  };

  it('is refused by what takes Google’s own host alone, and by nothing else', () => {
    expect(broken('same-failure', moved, {}, 'audio', refusedAddress)).toBe(0);
    expect(broken('same-failure', moved, {}, 'image', refusedAddress)).toBe(1);
  });

  it('does not move speech, which has one of its own', () => {
    expect(broken('right-host', moved, { requests: [] }, 'speech', {})).toBe(0);
    expect(broken('right-host', moved, { requests: [] }, 'image', {})).toBe(1);
  });
});

describe('a model that is unknown to one path', () => {
  const unknown = {
    model: { provider: 'custom-openai', id: 'acme-small' },
    requests: [],
    outcome: { kind: 'failure', class: 'unknown-model', message: '' } as const,
  };

  it('is no excuse where the configuration lists it', () => {
    const listed = plainCase({ id: 'custom-openai' }, { media: 'other-model' });
    const chat = { model: { provider: 'custom-openai', id: 'acme-large' } };
    expect(broken('same-failure', listed, chat, 'image', unknown)).toBe(1);
    const google = { ...unknown, model: { provider: 'google', id: 'gemini-2.5-pro' } };
    expect(broken('same-failure', value, {}, 'image', google)).toBe(0);
  });
});

describe('what the probe cannot say', () => {
  const headed = plainCase({
    id: 'google',
    entry: { ...PLAIN_ENTRY, header: { source: 'inline', holds: 'live', shape: 'plain' } },
  });
  const header = sentFrom(headed, ({ holder }) => holder === 'header');

  it('is that a header was accepted', () => {
    expect(broken('probe-agrees', headed, { requests: [request(header)] }, 'probe', { probe: [] })).toBe(0);
  });

  it('is asked of a profile that chat does not take', () => {
    const other = { requests: [{ ...request(environmentKey), status: 401 }], outcome: failed('rejected') };
    expect(broken('probe-agrees', value, other, 'probe', {})).toBe(0);
    expect(broken('probe-agrees', value, rejected, 'probe', {})).toBe(1);
  });
});

describe("vectors of a provider of the user's own, which its entry's key alone pays for", () => {
  const apiKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;
  const profile = {
    name: 'a',
    type: 'api_key',
    secret: apiKey,
    expires: 'never',
    refresh: 'none',
    cooldown: 'none',
  } as const;
  const model = { provider: 'custom-openai', id: 'acme-large' };
  const answered = { model };
  const noKey = { model, requests: [], outcome: failed('no-credential') };

  it('are asked for with the key that chat sends where there is no other', () => {
    const entryAlone = plainCase({ id: 'custom-openai', entry: { ...PLAIN_ENTRY, apiKey } });
    expect(broken('same-failure', entryAlone, answered, 'embedding', noKey)).toBe(1);
  });

  it('are not compared with a chat that sends a profile', () => {
    const besideProfile = plainCase({
      id: 'custom-openai',
      entry: { ...PLAIN_ENTRY, apiKey },
      profiles: [profile],
    });
    expect(broken('same-failure', besideProfile, answered, 'embedding', noKey)).toBe(0);
  });
});

describe('audio of a ChatGPT subscription', () => {
  it('need not answer at another address or with other headers, and must at the usual one', () => {
    const ended = (baseUrl: 'default' | 'own-path') => {
      const of = plainCase({
        id: 'openai',
        profiles: [PLAIN_SUBSCRIPTION],
        entry: { ...PLAIN_ENTRY, baseUrl },
      });
      const token = request(sentFrom(of, ({ holder }) => holder === 'profile', 'bearer'));
      const model = { provider: 'openai', id: 'model' };
      return broken('same-failure', of, { model, requests: [token] }, 'audio', {
        model,
        requests: [],
        outcome: failed('no-credential'),
      });
    };
    expect(ended('default')).toBe(1);
    expect(ended('own-path')).toBe(0);
  });
});

describe('images of LiteLLM', () => {
  it('are not made by a proxy in the LAN, which the user has not allowed', () => {
    const ended = (baseUrl: 'default' | 'lan') => {
      const model = { provider: 'litellm', id: 'model' };
      const of = plainCase({ id: 'litellm', entry: { ...PLAIN_ENTRY, baseUrl } });
      return broken('same-failure', of, { model }, 'image-generation', {
        model,
        requests: [],
        outcome: failed('refused-address'),
      });
    };
    expect(ended('default')).toBe(1);
    expect(ended('lan')).toBe(0);
  });
});

describe('videos of OpenAI', () => {
  const model = { provider: 'openai', id: 'model' };
  const ended = (id: 'openai' | 'minimax-portal', type: 'oauth' | 'api_key', path: PathName) => {
    const of = plainCase({ id, profiles: [{ ...PLAIN_SUBSCRIPTION, type }] });
    const sent = request(sentFrom(of, ({ holder }) => holder === 'profile', 'bearer'));
    const chat = { model: { ...model, provider: id }, requests: [sent] };
    const noKey = { requests: [], outcome: failed('no-credential') };
    return broken('same-failure', of, chat, path, { ...chat, ...noKey });
  };

  it('are not made with a subscription, whose document names a key alone, and are with a key', () => {
    expect(ended('openai', 'oauth', 'video-generation')).toBe(0);
    expect(ended('openai', 'api_key', 'video-generation')).toBe(1);
    expect(ended('openai', 'oauth', 'image')).toBe(1);
    expect(ended('minimax-portal', 'oauth', 'video-generation')).toBe(1);
  });
});
