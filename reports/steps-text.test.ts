import { expect, it } from 'vitest';
import { stepsText } from './steps-text.ts';

it('numbers the steps and names file, command and signal', () => {
  const text = stepsText([
    { do: 'take', path: 'chat' },
    { do: 'rotate', file: '.openclaw/.env' },
    { do: 'reload-secrets' },
    { do: 'restart', signal: 'SIGKILL' },
  ]);
  expect(text).toBe(
    [
      '1. Take the path chat.',
      '2. Replace every key in ~/.openclaw/.env by a new one, and revoke the old ones.',
      '3. Run: openclaw gateway call secrets.reload',
      '4. End the gateway with SIGKILL, then run: openclaw gateway run',
    ].join('\n'),
  );
});
