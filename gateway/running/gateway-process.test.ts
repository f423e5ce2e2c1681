/** Start, readiness and end of a gateway, with a stand-in that is no OpenClaw build. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withGatewayPort, writeNetworkFiles } from '../../mocks/network/preload.ts';
import { isAlive } from '../../support/is-alive.ts';
import { type GatewayCommand, startGateway } from './gateway-process.ts';
import { type GatewayAddress, gatewaySections, newGatewayAddress } from './gateway-settings.ts';

/** Answers /healthz, has a child in its group and one outside it, and takes SIGTERM as it is told. */
const STAND_IN = `
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
const [port, onTerm, pids] = process.argv.slice(2);
if (onTerm === 'refuses to start') { console.log('bad config'); process.exit(3); }
const child = (detached) => spawn(process.execPath, ['--eval', 'console.log(1); setInterval(() => {}, 1000)'], { detached, stdio: ['ignore', 'pipe', 'ignore'] });
const children = [child(false), child(true)];
// A process ends with its parent from the moment that the redirect is loaded in it.
for (const { stdout } of children) await new Promise((resolve) => stdout.once('data', resolve));
writeFileSync(pids, JSON.stringify([process.pid, ...children.map(({ pid }) => pid)]));
process.on('SIGTERM', () => { if (onTerm !== 'ignores') process.exit(0); });
console.log('started');
http.createServer((request, response) => { response.statusCode = request.url === '/healthz' ? 200 : 404; response.end(); }).listen(Number(port), '127.0.0.1');
`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'gateway-process-test-'));
const program = path.join(folder, 'stand-in.mjs');
const pidFile = path.join(folder, 'pids.json');
let address: GatewayAddress;
let environment: Record<string, string>;

beforeAll(async () => {
  writeFileSync(program, STAND_IN);
  address = await newGatewayAddress();
  // Nothing is asked, so no server is needed.
  const network = writeNetworkFiles(folder, 1, '').environment;
  environment = withGatewayPort({ NODE_OPTIONS: network.NODE_OPTIONS }, address.port);
});
beforeEach(() => rmSync(pidFile, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const command = (onTerm: string, closing = new AbortController().signal): GatewayCommand => ({
  argv: [process.execPath, program, String(address.port), onTerm, pidFile],
  environment,
  folder,
  address,
  outputFile: path.join(folder, 'output.log'),
  closing,
});

const pids = (): number[] => JSON.parse(readFileSync(pidFile, 'utf8'));

/** Waits for processes to go, as long as a slow machine may need. */
async function areGone(all: readonly number[]): Promise<boolean> {
  for (let tries = 0; tries < 200 && all.some(isAlive); tries += 1) await wait(50);
  return !all.some(isAlive);
}

describe('a gateway process', () => {
  it('is running when it answers /healthz, and ends with all that it started', async () => {
    const start = await startGateway(command('ends'));
    if (start.kind !== 'running') throw new Error(start.tail);
    expect(start.gateway.takeOutput()).toBe('started\n');
    expect(start.gateway.takeOutput()).toBe('');
    await start.gateway.stop();
    expect(start.gateway.isRunning()).toBe(false);
    expect(await areGone(pids())).toBe(true);
  });

  it('is killed where SIGTERM does not end it in time', async () => {
    const start = await startGateway(command('ignores'), { stopMs: 200 });
    if (start.kind !== 'running') throw new Error(start.tail);
    await start.gateway.stop();
    expect(await areGone(pids())).toBe(true);
  });

  it('tells what it printed where it refuses to start', async () => {
    expect(await startGateway(command('refuses to start'))).toEqual({
      kind: 'crashed',
      tail: 'bad config\n',
    });
  });

  it('knows whether somebody else has ended it, whether it ran or still started', async () => {
    const start = await startGateway(command('ignores'));
    if (start.kind !== 'running') throw new Error(start.tail);
    expect(await start.gateway.wasInterrupted()).toBe(false);
    process.kill(start.gateway.pid, 'SIGKILL');
    expect(await start.gateway.wasInterrupted()).toBe(true);
    await start.gateway.stop();
    const killed = [process.execPath, '--eval', `process.kill(process.pid, 'SIGKILL')`] as const;
    expect((await startGateway({ ...command('ends'), argv: killed })).kind).toBe('interrupted');
  });

  it('tells an end in order at a signal from outside from an end of its own', async () => {
    const ending = (line: string) =>
      startGateway({
        ...command('ends'),
        argv: [process.execPath, '--eval', `console.log(${JSON.stringify(line)}); process.exit(0)`],
      });
    expect((await ending('[gateway] signal SIGTERM received')).kind).toBe('interrupted');
    expect((await ending('[gateway] bad config')).kind).toBe('crashed');
  });

  it('is given up where it does not answer in time', async () => {
    const start = await startGateway(
      { ...command('ends'), argv: [process.execPath, '--eval', 'setInterval(() => {}, 1000)'] },
      { readyMs: 300 },
    );
    expect(start.kind).toBe('timed-out');
  });

  it('ends with its driver, whether it still starts or runs, with all that it started', async () => {
    const started = new AbortController();
    const starts = startGateway({ ...command('ends', started.signal), address: await newGatewayAddress() });
    while (!existsSync(pidFile)) await wait(20);
    started.abort(new Error('closed'));
    await expect(starts).rejects.toThrow('closed');
    expect(await areGone(pids())).toBe(true);

    const ran = new AbortController();
    expect((await startGateway(command('ignores', ran.signal))).kind).toBe('running');
    ran.abort();
    expect(await areGone(pids())).toBe(true);
    await expect(startGateway(command('ends', ran.signal))).rejects.toThrow();
  });

  it('does not outlive a runner that is killed', async () => {
    const runner = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module-typescript',
        '--eval',
        `
        import { startGateway } from ${JSON.stringify(new URL('./gateway-process.ts', import.meta.url).href)};
        const start = await startGateway({ ...${JSON.stringify(command('ends'))}, closing: new AbortController().signal });
        console.log(start.kind);
        setInterval(() => {}, 1000);
      `,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], cwd: fileURLToPath(new URL('../..', import.meta.url)) },
    );
    const said = await new Promise((resolve) =>
      runner.stdout.once('data', (chunk) => resolve(String(chunk))),
    );
    expect(said).toBe('running\n');
    const all = pids();
    expect(all.every(isAlive)).toBe(true);
    runner.kill('SIGKILL');
    expect(await areGone(all)).toBe(true);
  });
});

describe('a process under the redirect', () => {
  const reach = async (port: number, variables: Record<string, string>) => {
    const code = `await fetch('http://127.0.0.1:${port}/healthz').then(({ status }) => console.log(status), (error) => console.log(error.cause.code));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
      env: variables,
    });
    return stdout.trim();
  };

  it('reaches its own gateway, and no other port of loopback', async () => {
    const start = await startGateway(command('ends'));
    if (start.kind !== 'running') throw new Error(start.tail);
    const other = await newGatewayAddress();
    const closed = { NODE_OPTIONS: environment.NODE_OPTIONS!.replace(/&gateway=\d+/, '') };
    try {
      expect(await reach(address.port, environment)).toBe('200');
      expect(await reach(address.port, withGatewayPort(closed, other.port))).toBe('ECONNREFUSED');
      expect(await reach(address.port, closed)).toBe('ECONNREFUSED');
    } finally {
      await start.gateway.stop();
    }
  });
});

describe('the settings of a gateway', () => {
  it('listen on loopback alone, with a token of their own, on a port of their own that no connection is given', async () => {
    const [first, second] = await Promise.all([newGatewayAddress(), newGatewayAddress()]);
    expect(first.port).not.toBe(second.port);
    expect(Math.max(first.port, second.port)).toBeLessThan(32_768);
    expect(first.token).not.toBe(second.token);
    const auth = { mode: 'token', token: first.token };
    expect(gatewaySections(first, null)).toEqual({
      gateway: expect.objectContaining({ bind: 'loopback', port: first.port, auth }),
    });
    expect(gatewaySections(first, '1:A')).toMatchObject({ channels: { telegram: { botToken: '1:A' } } });
  });
});
