/** Steps that a build may refuse, and those it may not, once what a reference names is gone. */
import { expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { Step } from '../../generators/steps/step.ts';
import { judged, observation } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const secret = { source: 'file', holds: 'live', shape: 'plain' } as const;
const SETUPS = {
  profile: { profiles: [{ ...PLAIN_PROFILE, secret }] },
  entry: { entry: { ...PLAIN_ENTRY, apiKey: secret } },
};

/** The violations of a case whose last step but one is refused. */
function refused(step: Step, setup: keyof typeof SETUPS): string[] {
  const take = { do: 'take', path: 'chat' } as const;
  const steps: Step[] = [take, { do: 'withdraw', keeper: 'secrets-file' }, step, take];
  const value = plainCase({ id: 'google', ...SETUPS[setup] }, { steps });
  const undone = [{ step: 2, message: 'unresolved reference' }];
  const seen = observation('chat', { step: 3, requests: [], undone });
  return judge(judged([seen], { value })).map(({ fingerprint }) => `${fingerprint}`);
}

it('breaks a law where a setting is refused for a reference of a profile, and with an entry of the configuration does not', () => {
  const setting = { do: 'edit-config', by: 'rpc' } as const;
  expect(refused(setting, 'profile')).toEqual(['steps-done | google | chat: a setting is refused']);
  expect(refused(setting, 'entry')).toEqual([]);
});

it('breaks none where the reload or the restart fails for it', () => {
  expect(refused({ do: 'reload-secrets' }, 'profile')).toEqual([]);
  expect(refused({ do: 'restart', by: 'SIGTERM' }, 'profile')).toEqual([]);
});
