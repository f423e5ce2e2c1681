/**
 * Measures a running gateway: its start, its first and later turns, a reload, its end, and the same turns by the warm command.
 *
 * `node bench/gateway.ts [--target SPEC] [--starts N] [--turns N]`. Prints medians. Run it on an idle machine.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { wholeNumber } from '../cli/options.ts';
import { drawnCase } from '../gateway/cases/drawn-case.ts';
import { createDriver, startRuns } from '../gateway/driver.ts';
import { LONGEST_RUN_MS } from '../gateway/lanes/run-program.ts';
import { recordNetwork } from '../gateway/observe/network-record.ts';
import { askGateway } from '../gateway/running/http-door.ts';
import { gatewaySalt } from '../gateway/running/observe-through-gateway.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { plainCase } from '../generators/plain-case.ts';
import { chat } from '../paths/chat.ts';
import { logLine } from '../support/log-line.ts';
import { median } from '../support/median.ts';

const options = new Command('gateway')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--starts <n>', 'how many gateways are started', wholeNumber(100), 3)
  .option('--turns <n>', 'turns of each, beside the first', wholeNumber(1000), 10)
  .parse()
  .opts<{ target: string; starts: number; turns: number }>();

const RELOADED = /config hot reload applied/;
/** A build that does not tell of its reload is not waited for longer. */
const RELOAD_MS = 10_000;

const subject = await installSubject(options.target, logLine);
const value = plainCase({
  id: 'google',
  environment: [{ name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
});
const runnable = drawnCase(value);
const staged = await runnable.stage(gatewaySalt(runnable), null);
const times: Record<string, number[]> = {};

async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  times[what] = [...(times[what] ?? []), performance.now() - started];
  return result;
}

{
  await using runs = await startRuns(subject, null);
  const { living, network } = await runs.running.parts();
  const turn = chat.drive.door!({ provider: 'google', model: null, agent: 'main', throughGateway: true });
  if (turn.by !== 'http') throw new Error('chat goes through an HTTP door');
  for (let start = 0; start < options.starts; start++) {
    const record = recordNetwork(network, {
      ...{ canaries: staged.canaries, parties: staged.parties, call: null, fallback: null, isGateway: true },
    });
    const { home, start: state } = await measured('start', () => living.serve(runnable, chat, staged));
    if (state.kind !== 'running') throw new Error(`The gateway did not start: ${state.tail}`);
    const { gateway } = state;
    const ask = async (what: string) => {
      const end = await measured(what, () => askGateway(gateway.address, turn, LONGEST_RUN_MS));
      if (end.kind !== 'reply' || end.status !== 200)
        throw new Error(`A turn failed: ${JSON.stringify(end)}`);
    };
    await ask('first turn');
    for (let count = 0; count < options.turns; count++) await ask('later turn');
    const file = join(home.folder, '.openclaw', 'openclaw.json');
    const config = JSON.parse(await readFile(file, 'utf8'));
    gateway.takeOutput();
    const isReloaded = await measured('reload, if it is told', async () => {
      const changed = { ...config, messages: { ...config.messages, ackReactionScope: 'all' } };
      await writeFile(file, JSON.stringify(changed, null, 2));
      const deadline = performance.now() + RELOAD_MS;
      let output = '';
      while (performance.now() < deadline) {
        output += gateway.takeOutput();
        if (RELOADED.test(output)) return true;
        await wait(10);
      }
      return false;
    });
    if (!isReloaded) times['reload, if it is told']!.pop();
    await ask('turn after the reload');
    await measured('SIGTERM until its end', () => living.end());
    record.stop();
  }
}
{
  await using driver = await createDriver(subject);
  for (let count = 0; count <= options.turns; count++) {
    const seen = await driver.observe(value, 'chat', 'embedded');
    const what = count === 0 ? 'first turn by command' : 'later turn by command';
    times[what] = [...(times[what] ?? []), seen.milliseconds];
  }
}
process.stdout.write(`openclaw ${subject.version}, medians:\n`);
for (const [what, each] of Object.entries(times))
  if (each.length > 0)
    process.stdout.write(`${what}: ${(median(each) / 1000).toFixed(2)} s (${each.length})\n`);
