/** Steps on a gateway that goes on: what it has learned stays with it, until it is started again. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Case } from '../../generators/case.ts';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';
import type { Observation } from '../../observation/observation.ts';
import { chat } from '../../paths/chat.ts';
import type { AnyPath } from '../../paths/paths.ts';
import { drawnCase, stagedCase } from '../cases/drawn-case.ts';
import { runCommand } from '../lanes/cli.ts';
import { runBeside } from '../lanes/command-beside.ts';
import type { GatewayLaneParts } from '../running/gateway-lane.ts';
import { observeThroughGateway } from '../running/observe-through-gateway.ts';
import { callGateway } from '../running/rpc-door.ts';
import { writeCredentials } from '../worker/write-credentials.ts';
import { canariesNow, type LivingHome, livingHome, valueNow } from './living-home.ts';
import { modelNow, notTaken } from './model-now.ts';
import { type Done, doneOf, type StepHost } from './step-host.ts';
import { twiceThroughGateway } from './twice-through-gateway.ts';

const CALL_MS = 120_000;
/**
 * How long a gateway may take to note its changed configuration, where it does not say so before: a reload took 0.75 to 1.8 s
 * (docs/running-gateway.md), and a build that restarts for it answers `/healthz` again when it has.
 */
const RELOAD_MS = 3000;
const RELOADED = /config (hot reload applied|change applied|reload (skipped|failed|superseded))/;
/** The least time that a person takes from one command to the next. */
const NEXT_MS = 500;
const RESTART_MS = 60_000;
const POLL_MS = 100;

export async function gatewayHost(
  parts: GatewayLaneParts,
  value: Case,
  canaries: CaseCanary[],
): Promise<{ host: StepHost; living: LivingHome }> {
  const { beside } = parts;
  const { subject, worker } = beside;
  await parts.living.end();
  let current = await parts.living.serve(drawnCase(value), chat, stagedCase(value, canaries, parts.aws));
  const living = livingHome(current.home, value, canaries);
  /** The lane's gateway, but that nothing ends it between two paths. */
  const lasting = { ...parts.living, serve: async () => current, end: async () => {} };
  const environmentOf = ({ home }: LivingHome) => ({ ...current.environment, ...home.environment });

  const observed = (now: LivingHome, path: AnyPath): Promise<Observation[]> | Observation[] => {
    const { model, unsupported } = modelNow(now, path, subject.version, 'gateway');
    if (unsupported) return [notTaken(path, 'gateway', model, unsupported)];
    // Commands beside the gateway start with the variables as they are now.
    current = { ...current, home: { ...current.home, environment: now.home.environment } };
    const options = {
      ...parts,
      living: lasting,
      issued: stagedCase(valueNow(now), canariesNow(now), parts.aws, now.logins),
    };
    return observeThroughGateway(options, drawnCase(valueNow(now)), path, model).then((each) => [each]);
  };

  const host: StepHost = {
    lane: 'gateway',
    subject,
    take: async (now, path) => observed(now, path),
    takeTwice: (now, path) => twiceThroughGateway(parts, current, now, path),
    async command(now, argv, input): Promise<Done> {
      const environment = environmentOf(now);
      const folder = now.home.work;
      if (input === undefined) return doneOf(await runBeside(beside, { argv, environment, folder }, CALL_MS));
      return doneOf(
        await runCommand(subject, {
          argv,
          environment,
          folder,
          timeoutMs: CALL_MS,
          signal: worker.closing,
          input,
        }),
      );
    },
    async storeSecrets(now, secrets) {
      await writeCredentials(worker, { ...now.home, pendingSecrets: secrets }, environmentOf(now), CALL_MS);
      return { kind: 'done', stdout: '' };
    },
    async call(now, method, params) {
      const caller = { subject, worker, environment: environmentOf(now), folder: now.home.work };
      return doneOf(await callGateway(caller, { method, params }, CALL_MS));
    },
    async restart(now, signal) {
      if (current.start.kind !== 'running') return { kind: 'undone', why: 'the gateway does not run' };
      current = await parts.living.startAgain(current, signal, environmentOf(now));
      const { kind } = current.start;
      return kind === 'running'
        ? { kind: 'done', stdout: '' }
        : { kind: 'undone', why: `the gateway ${kind}` };
    },
    async settle(what) {
      const { start } = current;
      if (start.kind !== 'running') return;
      const isNoted = () => (what === 'configuration' ? start.gateway.says(RELOADED) : true);
      await wait(NEXT_MS);
      for (const deadline = Date.now() + RELOAD_MS; Date.now() < deadline && !isNoted(); )
        await wait(POLL_MS);
      for (const deadline = Date.now() + RESTART_MS; Date.now() < deadline; await wait(250)) {
        const answer = await fetch(`${start.gateway.address.url}/healthz`).catch(() => null);
        if (answer?.ok) return;
      }
    },
    async end() {
      await parts.living.end();
    },
  };
  return { host, living };
}
