import { expect, it } from 'vitest';
import type { GatewayLaneParts } from '../running/gateway-lane.ts';
import type { GatewayInHome } from '../running/living-gateway.ts';
import { gatewayActions } from './gateway-actions.ts';
import { type InHome, StepMissing } from './host-actions.ts';

const home = { environment: {} } as InHome['home'];

/** The end of a restart of a gateway whose last start ended so, where the next one ends by itself. */
function restarted(start: GatewayInHome['start']) {
  const now = { home, environment: {}, start } as GatewayInHome;
  const startAgain = async () => ({ ...now, start: { kind: 'crashed', tail: '' } }) as GatewayInHome;
  const parts = { beside: {}, living: { startAgain } } as unknown as GatewayLaneParts;
  return gatewayActions(parts, { now }).restart({ home }, 'SIGTERM');
}

it('a gateway that does not run cannot be started again: its first start is what failed', async () => {
  await expect(restarted({ kind: 'timed-out', tail: '' })).rejects.toThrow(StepMissing);
});

it('a gateway that ran, and does not come back, is told as such', async () => {
  const running = { kind: 'running', gateway: {} } as GatewayInHome['start'];
  expect(await restarted(running)).toEqual({ kind: 'undone', why: 'the gateway crashed' });
});

it('a call whose connection was never made is not refused by the build', async () => {
  const start = { kind: 'running', gateway: {} } as GatewayInHome['start'];
  const now = { home, environment: {}, start } as GatewayInHome;
  const stderr = 'gateway connect failed: Error: gateway closed (1000): ';
  const send = async () => ({
    kind: 'reply',
    reply: { id: 1, stdout: '', stderr, exitCode: 1, thrown: null },
  });
  const beside = { subject: { runsWarm: true }, worker: { send } };
  const parts = { beside, living: {} } as unknown as GatewayLaneParts;
  await expect(gatewayActions(parts, { now }).call({ home }, 'config.patch', {})).rejects.toThrow(
    StepMissing,
  );
});
