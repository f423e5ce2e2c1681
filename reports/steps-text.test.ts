import { describe, expect, it } from 'vitest';
import type { Case } from '../generators/case.ts';
import {
  PLAIN_ENTRY,
  PLAIN_PROFILE,
  PLAIN_SETUP,
  PLAIN_SUBSCRIPTION,
  plainCase,
} from '../generators/plain-case.ts';
import type { Step } from '../generators/steps/step.ts';
import { setupText } from './setup-text.ts';
import { stepsText } from './steps-text.ts';

const variable = { name: 'GEMINI_API_KEY', layer: 'state', holds: 'live', shape: 'plain' } as const;

it('numbers the steps, with the command, the place and the signal', () => {
  const value = plainCase(
    { id: 'google', environment: [variable] },
    {
      steps: [
        { do: 'take', path: 'image' },
        { do: 'rotate', keeper: 'env-file' },
        { do: 'rotate', keeper: 'config' },
        { do: 'reload-secrets' },
        { do: 'restart', by: 'SIGKILL' },
        { do: 'take', path: 'image' },
      ],
    },
  );
  const run = 'Run: openclaw infer image describe --file photo.png --json';
  expect(stepsText(value, '2026.9.6')).toBe(
    [
      '0. Run: openclaw gateway run',
      `1. ${run}`,
      '2. Replace by a new key, and revoke the old one: env GEMINI_API_KEY in ~/.openclaw/.env.',
      '3. Nothing: the setup has nothing for this step.',
      '4. Run: openclaw gateway call secrets.reload',
      '5. End the gateway with SIGKILL, then run: openclaw gateway run',
      `6. ${run}`,
    ].join('\n'),
  );
});

it('says when a key is replaced through the gateway', () => {
  const entry = { ...PLAIN_ENTRY, apiKey: { source: 'inline', holds: 'live', shape: 'plain' } } as const;
  const take = { do: 'take', path: 'chat' } as const;
  const steps = [take, { do: 'rotate', keeper: 'config', by: 'rpc' } as const, take];
  expect(stepsText(plainCase({ id: 'google', entry }, { steps }), '2026.9.6')).toContain(
    '2. Replace by a new key with openclaw gateway call config.set, and revoke the old one: models.providers.google.apiKey.',
  );
});

it('says what gives memory search to the other provider, by file and through the gateway', () => {
  const take = { do: 'take', path: 'memory-tool' } as const;
  const moved = (by: 'file' | 'rpc', version: string) => {
    const otherProvider = { ...PLAIN_SETUP, id: 'openai' as const };
    const steps = [take, { do: 'move-memory', by } as const, take];
    return stepsText(plainCase({ id: 'google' }, { otherProvider, steps }), version);
  };
  const search = '{"provider":"openai","model":"text-embedding-3-small","fallback":"none"}';
  expect(moved('file', '2026.9.6')).toContain(`2. Merge into openclaw.json: {"memory":{"search":${search}}}`);
  expect(moved('rpc', '2026.7.1-2')).toContain(
    `2. Run: openclaw gateway call config.patch, with {"agents":{"defaults":{"memorySearch":${search}}}}`,
  );
});

it('says whose key the provider turns against', () => {
  const take = { do: 'take', path: 'chat' } as const;
  const steps = [{ do: 'provider', turn: 'wants-credit', of: 'a' } as const, take];
  expect(stepsText(plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }, { steps }), '2026.9.6')).toContain(
    '1. From now on the provider refuses the keys that are in use for want of credit, where the key of google:a is sent.',
  );
});

it('says how logins are renewed', () => {
  const take = { do: 'take', path: 'chat' } as const;
  const steps = [take, { do: 'logins', turn: 'fails' } as const, take];
  const login = { ...PLAIN_SUBSCRIPTION, expires: 'past' } as const;
  expect(stepsText(plainCase({ id: 'openai', profiles: [login] }, { steps }), '2026.9.6')).toContain(
    '2. From now on the provider answers 503 to those who renew a login.',
  );
  expect(stepsText(plainCase({ id: 'openai', profiles: [PLAIN_PROFILE] }, { steps }), '2026.9.6')).toContain(
    '2. Nothing: the setup has nothing for this step.',
  );
});

it('adds a scheduled job once, and runs it each time', () => {
  const take = { do: 'take', path: 'cron-job' } as const;
  const text = stepsText(plainCase({ id: 'google' }, { steps: [take, take] }), '2026.9.6')!;
  const [start, first, again] = text.split('\n');
  expect(start).toBe('0. Run: openclaw gateway run');
  expect(first).toMatch(/^1\. Run: openclaw gateway call cron\.add .* && openclaw gateway call cron\.run /);
  expect(again).toMatch(/^2\. Run: openclaw gateway call cron\.run /);
  expect(again).not.toContain('call cron.add');
});

it('sends a message of a session that lasts as a new one each time', () => {
  const take = { do: 'take', path: 'socket-chat' } as const;
  const text = stepsText(plainCase({ id: 'google' }, { steps: [take, take] }), '2026.9.6');
  // A gateway takes no message twice of which the key is the same.
  expect(text?.match(/idempotencyKey\\":\\"<new each time>/g)).toHaveLength(2);
});

describe('a first key', () => {
  const take = { do: 'take', path: 'chat' } as const;
  const entry = { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret };
  const textOf = (step: Step, setup: Partial<Case['provider']>, version = '2026.9.6') =>
    setupText(plainCase({ id: 'google', ...setup }, { steps: [take, step, take] }), version);

  it('is not in the files that are there at first, and is written as a user writes it', () => {
    const inFile = textOf({ do: 'first-key', keeper: 'env-file' }, { environment: [variable] });
    expect(inFile).toContain('2. Add to ~/.openclaw/.env: GEMINI_API_KEY="<live key>"');
    expect(inFile.match(/<live key>/g)).toHaveLength(1);
    const written = textOf({ do: 'first-key', keeper: 'config' }, { entry });
    expect(written).toMatch(
      /2\. Merge into openclaw.json: \{"models":\{"providers":\{"google":\{.*"<live key>"/,
    );
    expect(written.match(/<live key>/g)).toHaveLength(1);
    expect(textOf({ do: 'first-key', keeper: 'config', by: 'rpc' }, { entry })).toContain(
      '2. Run: openclaw gateway call config.patch, with {"models"',
    );
  });

  it('is pasted into the profiles, or written into their file by an older build’s user', () => {
    const step: Step = { do: 'first-key', keeper: 'profiles' };
    expect(textOf(step, { profiles: [PLAIN_PROFILE] })).toContain(
      "2. Run: printf '%s\\n' '<live key>' | openclaw models auth paste-api-key --provider google",
    );
    expect(textOf(step, { profiles: [PLAIN_PROFILE] }, '2026.4.24')).toMatch(
      /2\. Write ~\/.openclaw\/agents\/main\/agent\/auth-profiles.json: .*"google:a".*"<live key>"/,
    );
  });
});

it('has nothing for a case without steps', () => {
  expect(stepsText(plainCase({ id: 'google' }), '2026.9.6')).toBeNull();
});
