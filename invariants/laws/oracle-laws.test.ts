/** Laws that hold a credential against what the documents, the user or the AWS SDK name. */

import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import { describePlace } from '../../generators/secrets/place.ts';
import type { Credential } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import {
  brokenBy,
  environmentKey,
  judged,
  observation,
  profileKey,
  request,
  sentFrom,
  value,
} from '../../test-support/conforming.ts';
import { Fingerprint } from '../fingerprint.ts';
import { judge } from '../laws.ts';
import { documentedCredential } from '../precedence.ts';

const OF_OPENAI = plainCase({
  id: 'openai',
  environment: [{ name: 'OPENAI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
  profiles: [PLAIN_SUBSCRIPTION],
  entry: { ...PLAIN_ENTRY, apiKey: { source: 'inline', holds: 'live', shape: 'plain' } },
});

const IN_WORKSPACE = { name: 'GEMINI_API_KEY', layer: 'workspace', holds: 'live', shape: 'plain' } as const;

describe('a law with an oracle', () => {
  it('documented-precedence fails when chat sends the environment key beside a usable profile', () => {
    const observations = [observation('chat', { requests: [request(environmentKey)] })];
    expect(judge(judged(observations))).toMatchObject([
      {
        law: 'documented-precedence',
        fingerprint: Fingerprint.parse(
          'documented-precedence | google | chat: environment, documented: profile (profiles by type)',
        ),
      },
    ]);
  });

  it.each(['past', 'malformed'] as const)(
    'documented-precedence takes an api_key profile for usable, whose time %s means nothing, and a token not',
    (expires) => {
      const [profile] = value.provider.profiles;
      const expected = (type: 'api_key' | 'token') => {
        const profiles = [
          { ...profile!, type, expires },
          { ...profile!, name: 'b' as const },
        ];
        return documentedCredential({ ...value, provider: { ...value.provider, profiles } })?.places;
      };
      const b = { ...profileKey.place, profile: { name: 'b', type: 'api_key' } };
      expect(expected('api_key')).toEqual([profileKey.place, b]);
      expect(expected('token')).toEqual([b]);
    },
  );

  it('aws-default-chain fails when chat sends another credential than the AWS SDK alone, or none', () => {
    expect(brokenBy('chat', { awsDefaultChain: [profileKey] })).toEqual([]);
    expect(brokenBy('chat', { awsDefaultChain: [environmentKey] })).toMatchObject([
      { law: 'aws-default-chain' },
    ]);
    const nothing = [observation('chat', { requests: [], awsDefaultChain: [environmentKey] })];
    expect(judge(judged(nothing))).toMatchObject([
      { law: 'documented-precedence' },
      {
        law: 'aws-default-chain',
        fingerprint: Fingerprint.parse(
          'aws-default-chain | google | chat: no credential, the AWS SDK alone: environment',
        ),
      },
    ]);
  });

  it('documented-precedence fails when a workspace .env supplies a provider key', () => {
    const workspace = plainCase({ id: 'google', environment: [IN_WORKSPACE] });
    const observations = [observation('chat', { requests: [request(environmentKey)] })];
    const violations = judge(judged(observations, { value: workspace }));
    expect(violations).toMatchObject([{ law: 'documented-precedence' }]);
  });

  it('documented-precedence expects every variable of every provider, but lists and keys of live tests', () => {
    for (const { id, environmentVariables } of ALL_PROVIDERS.filter(({ family }) => family !== 'aws')) {
      for (const name of environmentVariables) {
        const variable = { name, layer: 'process', holds: 'live', shape: 'plain' } as const;
        const provider = { ...value.provider, id, profiles: [], environment: [variable] };
        const isRead = !/_KEYS$|^OPENCLAW_LIVE_/.test(name);
        expect(documentedCredential({ ...value, provider })?.places.map(describePlace)).toEqual(
          isRead ? [`env ${name}`] : [],
        );
      }
    }
  });

  it('documented-precedence says nothing of a variable whose text is no key', () => {
    const expected = (shape: 'masked' | 'undefined' | 'spaces') => {
      const variable = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape } as const;
      return documentedCredential(plainCase({ id: 'google', environment: [variable] }));
    };
    expect(expected('masked')).toBeNull();
    expect(expected('undefined')).toBeNull();
    expect(expected('spaces')).toMatchObject({ rule: 'environment' });
  });

  it('documented-precedence fails when any path sends a key of a workspace .env', () => {
    const key = sentFrom(plainCase({ id: 'google', environment: [IN_WORKSPACE] }), () => true);
    const requests = [request(profileKey), request(key)];
    expect(brokenBy('audio', { requests }).map(({ fingerprint }) => String(fingerprint))).toContain(
      'documented-precedence | google | audio: a key of a workspace .env',
    );
    // The changelog of 2026.3.31 calls it a flaw of the builds before.
    const observations = [observation('chat', { requests })];
    expect(judge(judged(observations, { version: '2026.3.13' }))).toMatchObject([
      { fingerprint: Fingerprint.parse('documented-precedence | google | chat: a key of a workspace .env') },
    ]);
  });

  it('documented-precedence still looks at the order of chat when another path sends such a key', () => {
    const key = sentFrom(plainCase({ id: 'google', environment: [IN_WORKSPACE] }), () => true);
    const observations = [
      observation('chat', { requests: [request(environmentKey)] }),
      observation('audio', { requests: [request(key)] }),
    ];
    const { length } = judge(judged(observations)).filter(({ law }) => law === 'documented-precedence');
    expect(length).toBe(2);
  });

  it('explicit-choice fails when image sends another secret than its profile', () => {
    const pinned = { ...value, mediaPin: { field: 'profile', name: 'a' } as const };
    const observations = [observation('chat'), observation('image', { requests: [request(environmentKey)] })];
    expect(judge(judged(observations, { value: pinned }))).toMatchObject([
      { law: 'explicit-choice', paths: ['image'] },
    ]);
  });

  describe('a key that is set for speech', () => {
    const speechKey = { source: 'exec', holds: 'live', shape: 'plain' } as const;
    const own = sentFrom({ ...value, speechKey }, ({ holder }) => holder === 'speech');
    const speaking = (changes: Partial<Observation>, mediaSelection: 'entries' | 'automatic' = 'entries') =>
      judge(
        judged([observation('chat'), observation('speech', changes)], {
          value: { ...value, speechKey, mediaSelection },
        }),
      ).flatMap(({ law, fingerprint }) => (law === 'explicit-choice' ? [String(fingerprint)] : []));

    it('conforms where speech sends it, whatever chat sends', () => {
      expect(speaking({ requests: [request(own)] })).toEqual([]);
    });

    it('explicit-choice fails where speech sends another key, or finds none', () => {
      expect(speaking({})).toEqual(['explicit-choice | google | speech: profile in place of its own key']);
      const nothing = { kind: 'failure', class: 'no-credential', message: '' } as const;
      expect(speaking({ requests: [], outcome: nothing })).toEqual([
        'explicit-choice | google | speech: no-credential in place of its own key',
      ]);
    });

    it('says nothing where speech may choose another provider, or ends for another reason', () => {
      const another = sentFrom(OF_OPENAI, ({ holder }) => holder === 'environment');
      expect(speaking({ requests: [request(another)] }, 'automatic')).toEqual([]);
      const odd = { kind: 'failure', class: 'other', message: '' } as const;
      expect(speaking({ requests: [], outcome: odd })).toEqual([]);
    });

    it('may be sent by speech alone', () => {
      const observations = [observation('chat', { requests: [request(own)] })];
      const violations = judge(judged(observations, { value: { ...value, speechKey } }));
      expect(violations).toMatchObject([{ law: 'documented-precedence' }]);
    });
  });

  it('right-kind fails when an oauth token is sent as an API key', () => {
    const subscribed = plainCase({ id: 'anthropic', profiles: [PLAIN_SUBSCRIPTION] });
    const token = sentFrom(subscribed, ({ holder }) => holder === 'profile', 'x-api-key');
    const broken = brokenBy('probe', { requests: [request(profileKey), request(token)] });
    expect(broken.map(({ law }) => law)).toContain('right-kind');
  });

  it('right-kind holds when MiniMax gets the token as a bearer beside another header, and fails without it', () => {
    const subscribed = plainCase({ id: 'minimax-portal', profiles: [PLAIN_SUBSCRIPTION] });
    const [header, bearer] = (['x-api-key', 'bearer'] as const).map((scheme) =>
      sentFrom(subscribed, ({ holder }) => holder === 'profile', scheme),
    ) as [Credential, Credential];
    const laws = (...credentials: Credential[]) =>
      brokenBy('probe', { requests: [request(profileKey), request(...credentials)] }).map(({ law }) => law);
    expect(laws(header)).toContain('right-kind');
    expect(laws(bearer, header)).not.toContain('right-kind');
  });

  it('right-kind fails when the value of an unrelated variable is sent', () => {
    const apiKey = { source: 'foreign-name', holds: 'live', shape: 'plain' } as const;
    const misnamed = plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey } });
    const foreign = sentFrom(misnamed, ({ holder }) => holder === 'entry');
    expect(brokenBy('probe', { requests: [request(profileKey), request(foreign)] })).toMatchObject([
      { law: 'right-kind' },
    ]);
  });

  describe('with a subscription beside keys', () => {
    const token = sentFrom(OF_OPENAI, ({ holder }) => holder === 'profile', 'bearer');
    const key = sentFrom(OF_OPENAI, ({ holder }) => holder === 'environment', 'bearer');
    const subscribed = plainCase({ id: 'openai', profiles: [PLAIN_SUBSCRIPTION] });
    const broken = (path: PathName, host: string, credential: Credential, chats: Credential = token) => {
      const model = { provider: 'openai', id: 'gpt-5.5' };
      const sent = (each: Credential, to: string) => ({ model, requests: [{ ...request(each), host: to }] });
      const observations = [
        observation('chat', sent(chats, chats === token ? 'chatgpt.com' : 'api.openai.com')),
        observation(path, sent(credential, host)),
      ];
      return judge(judged(observations, { value: subscribed })).map(({ law }) => law);
    };

    it('right-kind fails when embeddings are asked for with its token, and not when a recording is sent', () => {
      expect(broken('embedding', 'api.openai.com', token)).toEqual(['right-kind']);
      expect(broken('audio', 'api.openai.com', token)).toEqual([]);
    });

    it('same-credential fails when image sends a key, and not when speech does, which needs one', () => {
      expect(broken('image', 'api.openai.com', key)).toEqual(['same-credential']);
      expect(broken('speech', 'api.openai.com', key)).toEqual([]);
    });

    it('same-credential fails when image generation sends a key, which comes after the token', () => {
      expect(broken('image-generation', 'api.openai.com', key)).toEqual(['same-credential']);
    });

    it('same-credential leaves speech the order of keys that is documented for it', () => {
      const other = sentFrom(OF_OPENAI, ({ holder }) => holder === 'environment', 'bearer');
      expect(broken('speech', 'api.openai.com', other, key)).not.toContain('same-credential');
    });

    it('right-host fails when a token goes to somebody else', () => {
      expect(broken('image', 'example.com', token)).toContain('right-host');
    });
  });
});
