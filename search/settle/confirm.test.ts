import { expect, it } from 'vitest';
import type { Step } from '../../generators/steps/step.ts';
import type { Lane } from '../../observation/lane.ts';
import { caseOf, take } from '../../test-support/over-steps.ts';
import { type Fault, noCredential, standIn } from '../../test-support/stand-in.ts';
import { judgeCase } from '../evaluate/judge-case.ts';
import { confirm } from './confirm.ts';

const ofCommands = caseOf([take, { do: 'edit-config', by: 'file' }, take]);
const ofGateway = caseOf([{ do: 'run-gateway' }, ...(ofCommands.steps as Step[])]);

/** Chat finds no key once a setting has changed. */
const forgets: Fault = (_value, _path, _lane, _isFresh, before = []) =>
  before.some((step) => step.do === 'edit-config') ? noCredential : null;

/** The lane that confirms what a fault shows, and the lanes in which fresh processes were asked. */
async function confirmedIn(value: typeof ofGateway, met: Lane, fault: Fault = forgets) {
  const { subject, worker } = standIn(forgets);
  const judgement = await judgeCase(worker(0).warm(met), value, subject.version, ['chat']);
  const violation = judgement!.violations.find(({ law }) => law === 'same-again')!;
  const asked: Lane[] = [];
  const stand = standIn(fault);
  const evaluator = {
    ...stand,
    worker: (index: number) => ({
      ...stand.worker(index),
      fresh(lane: Lane) {
        asked.push(lane);
        return stand.worker(index).fresh(lane);
      },
    }),
  };
  return { lane: (await confirm(evaluator, value, violation, 0, met)).lane, asked };
}

it('steps through a gateway are confirmed by one that is started for them, which is asked once', async () => {
  for (const met of ['embedded', 'cli', 'gateway'] as const) {
    const confirmed = { lane: 'gateway, started for it', asked: ['gateway'] };
    expect(await confirmedIn(ofGateway, met)).toEqual(confirmed);
    expect(await confirmedIn(ofGateway, met, () => null)).toEqual({ lane: null, asked: ['gateway'] });
  }
});

it('steps of commands are confirmed by commands, also where a run asks gateways', async () => {
  for (const met of ['embedded', 'gateway'] as const)
    expect(await confirmedIn(ofCommands, met)).toEqual({ lane: 'cli', asked: ['cli'] });
});
