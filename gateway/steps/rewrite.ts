/** Writes to a file of a home that is in use: in its place, or through the gateway. */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { callJson, mustBeDone, StepMissing } from './host-actions.ts';
import type { LivingHome } from './living-home.ts';
import type { StepHost } from './step-host.ts';

/** A gateway that restarts for what it has just written closes the connection before it answers. */
const RESTARTED = /gateway closed \(1012\)/;

const configSchema = z.looseObject({ hash: z.string() });

/** Changes a file in its place. @throws StepUndone where it is not there */
export async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new StepMissing(`there is no ${file.split('/').at(-1)}`);
  await writeFile(file, change(text));
}

/**
 * Writes the configuration through the gateway, on top of what it has now.
 *
 * @source openclaw@2026.9.6:docs/gateway/protocol/rpc-methods.md (`config.get`, `config.patch`, `config.set`)
 */
export async function writeThroughGateway(
  host: StepHost,
  living: LivingHome,
  method: 'config.patch' | 'config.set',
  raw: string,
): Promise<void> {
  const { hash } = await callJson(host, living, ['config.get', {}], configSchema);
  const done = await host.call(living, method, { raw, baseHash: hash });
  if (done.kind === 'undone' && RESTARTED.test(done.why)) return;
  mustBeDone(done);
}
