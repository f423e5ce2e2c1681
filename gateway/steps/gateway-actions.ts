/** Actions beside a gateway that goes on. */
import { setTimeout as wait } from 'node:timers/promises';
import { runBeside } from '../lanes/command-beside.ts';
import type { GatewayLaneParts } from '../running/gateway-lane.ts';
import { isReady } from '../running/gateway-process.ts';
import type { GatewayInHome } from '../running/living-gateway.ts';
import { callGateway } from '../running/rpc-door.ts';
import { writeCredentials } from '../worker/write-credentials.ts';
import { doneOf, type HostActions, type InHome, StepMissing } from './host-actions.ts';

const CALL_MS = 120_000;
/**
 * The time that a gateway may take to note its changed configuration, where it does not say so before: a reload took 0.75 to 1.8 s
 * (docs/running-gateway.md), and a build that restarts for it answers `/healthz` again when it has.
 */
const RELOAD_MS = 3000;
const RELOADED = /config (hot reload applied|change applied|reload (skipped|failed|superseded))/;
/** The least time that a person takes from one command to the next. */
const NEXT_MS = 500;
const RESTART_MS = 60_000;
const POLL_MS = 100;

/** @param serving the gateway as it is now; a restart puts another in its place */
export function gatewayActions(
  { beside: { subject, worker, ...beside }, living }: GatewayLaneParts,
  serving: { now: GatewayInHome },
): HostActions {
  const environmentOf = ({ home }: InHome) => ({ ...serving.now.environment, ...home.environment });
  return {
    async command({ home }, argv, input) {
      const run = { argv, input, environment: environmentOf({ home }), folder: home.work };
      return doneOf(await runBeside({ subject, worker, ...beside }, run, CALL_MS));
    },
    async storeSecrets({ home }, secrets) {
      const own = { ...home, pendingSecrets: secrets };
      await writeCredentials(worker, own, environmentOf({ home }), CALL_MS);
      return { kind: 'done', stdout: '' };
    },
    async call({ home }, method, params) {
      // Its start is judged as such: nothing refused what it was never told.
      if (serving.now.start.kind !== 'running') throw new StepMissing('the gateway does not run');
      const caller = { subject, worker, environment: environmentOf({ home }), folder: home.work };
      const end = await callGateway(caller, { method, params }, CALL_MS);
      // Nothing was refused over a connection that was never made.
      if (end.kind === 'crashed')
        throw new StepMissing(`the connection was lost: ${end.tail.trim().slice(-300)}`);
      return doneOf(end);
    },
    async restart({ home }, signal) {
      // A gateway that never ran, or that an earlier restart ended, has nothing to keep.
      if (serving.now.start.kind !== 'running') throw new StepMissing('the gateway does not run');
      serving.now = await living.startAgain(serving.now, signal, environmentOf({ home }));
      const { kind } = serving.now.start;
      return kind === 'running'
        ? { kind: 'done', stdout: '' }
        : { kind: 'undone', why: `the gateway ${kind}` };
    },
    async settle(what) {
      const { start } = serving.now;
      if (start.kind !== 'running') return;
      const isNoted = () => (what === 'configuration' ? start.gateway.says(RELOADED) : true);
      await wait(NEXT_MS);
      for (const deadline = Date.now() + RELOAD_MS; Date.now() < deadline && !isNoted(); )
        await wait(POLL_MS);
      for (const deadline = Date.now() + RESTART_MS; Date.now() < deadline; await wait(250)) {
        if (await isReady(start.gateway.address)) return;
      }
    },
  };
}
