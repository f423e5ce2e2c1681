/** The table path × credential provenance × outcome. */
import Table from 'cli-table3';
import { outcomeText } from '../invariants/behaviour.ts';
import type { Observation } from '../observation/observation.ts';
import { probeLines } from './probe-lines.ts';
import { wireLines } from './wire-lines.ts';

export function observationTable(observations: readonly Observation[]): string {
  const table = new Table({
    head: ['path', 'lane', 'credential on the wire', 'outcome'],
    style: { head: [], border: [] },
    colWidths: [18, 10, 48, 36],
    wordWrap: true,
  });
  for (const observation of observations) {
    table.push([
      stepped(observation),
      observation.lane,
      wireLines(observation).join('\n') || 'nothing sent',
      outcome(observation),
    ]);
  }
  return table.toString();
}

/** The path, after the number of the step that took it. */
function stepped({ path, step }: Observation): string {
  return step === undefined ? path : `${step + 1}. ${path}`;
}

function outcome(observation: Observation): string {
  const { outcome: end } = observation;
  const probed = probeLines(observation);
  if (probed) return probed.join('\n');
  if (observation.standsFor) return `${outcomeText(observation)}; its command ended in the strict preflight`;
  const undone =
    observation.undone?.map(({ step, message }) => `step ${step + 1} not done: ${message}`) ?? [];
  if (undone.length > 0) return [outcomeText(observation), ...undone].join('\n');
  if (end.kind === 'failure') return `${end.class}: ${end.message.slice(0, 160)}`;
  return end.kind === 'unsupported' ? end.reason : outcomeText(observation);
}
