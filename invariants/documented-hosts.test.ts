/** Hosts beside a provider's address to which documents send a credential, and the same hosts where none does. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../generators/plain-case.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import type { WireRequest } from '../observation/request.ts';
import { judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import { judge } from './laws.ts';

const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const REGIONAL = { ...PLAIN_ENTRY, baseUrl: 'regional' } as const;
const variable = (name: string) => [{ name, layer: 'process', holds: 'live', shape: 'plain' }] as const;

type Sending = Partial<Observation> & { readonly sent: Partial<WireRequest> };

/** The laws about hosts that one request of a path breaks. */
function broken(
  of: Parameters<typeof sentFrom>[0],
  holder: string,
  path: PathName,
  { sent, ...changes }: Sending,
  version?: string,
) {
  const credential = sentFrom(of, (place) => place.holder === holder, 'bearer');
  const requests = [{ ...request(credential), purpose: 'other' as const, ...sent }];
  const seen = observation(path, { ...changes, requests });
  return judge(judged([seen], { value: of, ...(version ? { version } : {}) }))
    .map(({ law }) => law)
    .filter((law) => law === 'right-host' || law === 'no-egress');
}

describe('a login, beside an address of the entry', () => {
  it('of GitHub is exchanged at GitHub, and buys nothing at another host', () => {
    const entry = { ...REGIONAL, apiKey: key };
    const copilot = plainCase({ id: 'github-copilot', entry });
    const ends = (host: string, purpose: WireRequest['purpose']) =>
      broken(copilot, 'entry', 'chat', { sent: { host, purpose } }, '2026.6.11');
    expect(ends('api.github.com', 'provider')).toEqual([]);
    expect(ends('api.github.com', 'model')).toEqual(['right-host']);
    expect(ends('api.individual.githubcopilot.com', 'model')).toEqual(['right-host']);
  });

  it('of a subscription is refreshed where it was issued, where no key goes', () => {
    const at = { sent: { host: 'auth.openai.com', purpose: 'provider' } } as const;
    const login = plainCase({ id: 'openai', entry: REGIONAL, profiles: [PLAIN_SUBSCRIPTION] });
    expect(broken(login, 'refresh token', 'chat', at)).toEqual([]);
    const usual = plainCase({ id: 'openai', entry: REGIONAL, environment: [...variable('OPENAI_API_KEY')] });
    expect(broken(usual, 'environment', 'chat', at)).toEqual(['right-host']);
  });
});

it("memory's key is that of the provider which memory search is set to, and of no other path", () => {
  const of = plainCase(
    { id: 'google', environment: [...variable('GEMINI_API_KEY')] },
    {
      media: 'other-provider',
      otherProvider: plainCase({ id: 'openai', environment: [...variable('OPENAI_API_KEY')] }).provider,
      memoryEndpoint: { apiKey: key, hasAddress: false, hasHeader: false },
    },
  );
  const model = { provider: 'openai', id: 'text-embedding-3-large' };
  const sent = { host: 'api.openai.com', purpose: 'model' } as const;
  expect(broken(of, 'memory', 'memory', { model, sent })).toEqual([]);
  expect(broken(of, 'memory', 'embedding', { model, sent })).toEqual(['right-host']);
  expect(broken(of, 'memory', 'memory', { model, sent: { host: 'api.x.ai' } })).toEqual(['right-host']);
  expect(broken(of, 'environment', 'memory', { model, sent })).toEqual(['right-host']);
});

describe('the variable of Ollama and of Ollama Cloud', () => {
  const own = plainCase({ id: 'ollama', environment: [...variable('OLLAMA_API_KEY')] });
  const lists = (sent: Partial<WireRequest> = {}) => ({
    egress: ['ollama.com'],
    sent: { method: 'GET', host: 'ollama.com', path: '/api/tags', ...sent },
  });

  it('lists the models of both, from the build on that has both', () => {
    expect(broken(own, 'environment', 'model-listing', lists(), '2026.6.11')).toEqual([]);
    expect(broken(own, 'environment', 'model-listing', lists(), '2026.5.22')).toEqual([
      'right-host',
      'no-egress',
    ]);
  });

  it('asks no model of the one that nobody chose, and no other key goes there', () => {
    const asks = lists({ purpose: 'model', path: '/api/chat' });
    expect(broken(own, 'environment', 'chat', asks, '2026.6.11')).toEqual(['right-host', 'no-egress']);
    const entry = { ...PLAIN_ENTRY, apiKey: key };
    const inEntry = plainCase({ id: 'ollama', entry });
    expect(broken(inEntry, 'entry', 'model-listing', lists(), '2026.6.11')).toEqual([
      'right-host',
      'no-egress',
    ]);
  });

  it('says nothing of a host that is told no key', () => {
    const without = { egress: ['ollama.com'], sent: { host: 'ollama.home-lab.com' } };
    expect(broken(own, 'environment', 'model-listing', without, '2026.6.11')).toEqual(['no-egress']);
  });
});

it('the models of Hugging Face are listed at its router, whatever address the entry has, and nothing else', () => {
  const of = plainCase({ id: 'huggingface', entry: { ...REGIONAL, apiKey: key } });
  const sent = {
    method: 'GET',
    host: 'router.huggingface.co',
    path: '/v1/models',
    purpose: 'provider',
  } as const;
  expect(broken(of, 'entry', 'model-listing', { sent })).toEqual([]);
  const asks = { ...sent, method: 'POST', path: '/v1/chat/completions', purpose: 'model' } as const;
  expect(broken(of, 'entry', 'chat', { sent: asks })).toEqual(['right-host']);
});

it('the catalog of Chutes is asked with its credential, whatever address the entry has, and no model is', () => {
  const of = plainCase({ id: 'chutes', entry: { ...REGIONAL, apiKey: key } });
  const sent = { method: 'GET', host: 'llm.chutes.ai', path: '/v1/models', purpose: 'provider' } as const;
  expect(broken(of, 'entry', 'chat', { sent })).toEqual([]);
  const asks = { ...sent, method: 'POST', path: '/v1/chat/completions', purpose: 'model' } as const;
  expect(broken(of, 'entry', 'chat', { sent: asks })).toEqual(['right-host']);
});

it("the address of an older models.json wins over the entry's; where there is no such file, it is a stranger's", () => {
  const entry = { ...REGIONAL, apiKey: key };
  const asks = (olderModelsFile: boolean, host: string) =>
    broken(plainCase({ id: 'custom-anthropic', entry, olderModelsFile }), 'entry', 'image', {
      sent: { host, purpose: 'model' },
    });
  expect(asks(true, 'claude.acme-proxy.com')).toEqual([]);
  expect(asks(true, 'api.anthropic.com')).toEqual(['right-host']);
  expect(asks(false, 'claude.acme-proxy.com')).toEqual(['right-host']);
});

it("a profile that two providers share goes to the base's hosts, and a key of the entry does not", () => {
  const of = plainCase({
    id: 'minimax-cn',
    profiles: [PLAIN_PROFILE],
    entry: { ...PLAIN_ENTRY, apiKey: key },
  });
  const sent = { host: 'api.minimax.io' };
  expect(broken(of, 'profile', 'image-generation', { sent })).toEqual([]);
  expect(broken(of, 'profile', 'image-generation', { sent: { host: 'api.x.ai' } })).toEqual(['right-host']);
  expect(broken(of, 'entry', 'image-generation', { sent })).toEqual(['right-host']);
});
