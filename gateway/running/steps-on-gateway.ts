/** Steps on one home: one gateway that goes on from step to step, with what it has learned. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Case } from '../../generators/case.ts';
import { generationOf, rotate } from '../../generators/secrets/rotation.ts';
import type { Step } from '../../generators/steps/step.ts';
import type { Observation } from '../../observation/observation.ts';
import { chat } from '../../paths/chat.ts';
import { pathOf } from '../../paths/paths.ts';
import { BadInput } from '../../support/bad-input.ts';
import { askedModel } from '../asked/unsupported-reason.ts';
import type { GatewayLaneParts } from './gateway-lane.ts';
import { startGateway } from './gateway-process.ts';
import { gatewaySalt, observeThroughGateway } from './observe-through-gateway.ts';
import { callGateway } from './rpc-door.ts';

const CALL_MS = 60_000;

/** The result of a step: an observation for a path that was taken, null for any other step. */
export interface StepEnd {
  readonly step: Step;
  readonly observation: Observation | null;
}

/**
 * Runs the steps of a case, and ends the gateway.
 *
 * @throws BadInput when a step rotates a file that holds no key of the case
 */
export async function runSteps(
  parts: GatewayLaneParts,
  value: Case,
  steps: readonly Step[],
): Promise<StepEnd[]> {
  const { living, beside, folder } = parts;
  let canaries = generationOf(value, gatewaySalt(value), 0);
  let current = await living.serve(value, chat, canaries);
  let generation = 0;
  /** The lane's gateway, but that nothing ends it between two paths. */
  const lasting = { starts: 0, serve: async () => current, end: async () => {} };

  const restart = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const { home, environment, start } = current;
    if (start.kind !== 'running') return;
    const { address } = start.gateway;
    await start.gateway.stop(signal);
    const argv = [process.execPath, beside.subject.command, 'gateway', 'run'] as const;
    const outputFile = join(folder, 'gateway.out');
    const again = await startGateway({ argv, environment, folder: home.work, address, outputFile });
    current = { ...current, start: again };
  };

  const run = async (step: Step): Promise<Observation | null> => {
    const { home, environment } = current;
    switch (step.do) {
      case 'take': {
        const path = pathOf(step.path);
        const { model, unsupported } = askedModel(value, path, beside.subject.version, 'gateway');
        if (unsupported) throw new BadInput(`take ${step.path}: ${unsupported}`);
        return observeThroughGateway({ ...parts, living: lasting, issued: canaries }, value, path, model);
      }
      case 'rotate': {
        const file = join(home.folder, step.file);
        const text = await readFile(file, 'utf8').catch(() => '');
        generation += 1;
        const rotation = rotate(text, canaries, generationOf(value, gatewaySalt(value), generation));
        if (!rotation) throw new BadInput(`rotate ${step.file}: it holds no key of the case`);
        canaries = [...rotation.canaries];
        await writeFile(file, rotation.text, { mode: 0o600 });
        return null;
      }
      case 'reload-secrets': {
        const caller = { worker: beside.worker, environment, folder: home.work };
        await callGateway(caller, { method: 'secrets.reload', params: {} }, CALL_MS);
        return null;
      }
      case 'restart':
        await restart(step.signal);
        return null;
      case 'wait':
        await wait(step.seconds * 1000);
        return null;
    }
  };

  try {
    const ends: StepEnd[] = [];
    for (const step of steps) ends.push({ step, observation: await run(step) });
    return ends;
  } finally {
    if (current.start.kind === 'running') await current.start.gateway.stop();
    await living.end();
  }
}
