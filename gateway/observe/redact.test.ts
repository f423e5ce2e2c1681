import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redact, redactOutcome } from './redact.ts';

const FOLDER = '/dev/shm/openclaw-conformance-4242-AbCdEf/driver-1/home';

it('a folder of this machine is in no message, wherever the message was cut', () => {
  const whole = `No API key found. Auth store: ${FOLDER}/.openclaw/agents/main/agent/auth-profiles.json (again ${FOLDER})`;
  fc.assert(
    fc.property(fc.nat({ max: whole.length }), (length) => {
      const shown = redact(whole.slice(0, length), [], { [FOLDER]: '~' });
      expect(shown).not.toMatch(/\/dev\/s/);
    }),
  );
  expect(redact(whole, [], { [FOLDER]: '~' })).toBe(whole.replaceAll(FOLDER, '~'));
});

it('keeps the same words of a failure, whatever the length of a folder', () => {
  const kept = ['/ram/a', FOLDER].map((folder) => {
    const message = `no key in ${folder}/auth.json, ${'none at all '.repeat(80)}`;
    return redactOutcome({ kind: 'failure', class: 'no-credential', message }, [], { [folder]: '~' });
  });
  expect(kept[0]).toEqual(kept[1]);
});

it('keeps the same words of a failure, whatever id the build drew for the run', () => {
  const said = (id: string) => redact(`run agent end: runId=${id} isError=true`, [], {});
  expect(said('598f7980-cd28-4703-b1a7-44c5880e760d')).toBe(said('36e51328-a467-4741-8533-b5212b701667'));
});
