/** The leak alarm: a planted request of every transport arrives at the loopback server, and nowhere else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proxyVariables } from '../../generators/axes/proxy.ts';
import { createCertificateAuthority } from './certificates.ts';
import { type LoopbackServer, type ReceivedRequest, startLoopbackServer } from './loopback-server.ts';
import { writeNetworkFiles } from './preload.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'redirect-test-'));
const received: ReceivedRequest[] = [];
let server: LoopbackServer;
let journal: string;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  const authority = await createCertificateAuthority();
  server = await startLoopbackServer(authority);
  server.serve([], (request) => received.push(request));
  ({ journal, environment } = writeNetworkFiles(folder, server.port, authority.certificate));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs code in a process of its own under the redirect; its standard output. */
async function runRedirected(
  code: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await execa(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...environment, ...variables },
    extendEnv: false,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
  return stdout;
}

function requestsTo(host: string): ReceivedRequest[] {
  return received.filter(({ url }) => url.hostname === host);
}

describe('a process under the redirect', () => {
  it.each([
    ['fetch', `await fetch('https://fetch.example.com/leak', { headers: { 'x-api-key': 'planted' } });`],
    [
      'node:https',
      `import https from 'node:https'; await new Promise((done) => https.get('https://node-https.example.com/leak', { headers: { 'x-api-key': 'planted' } }, (response) => { response.resume(); response.on('end', done); }));`,
    ],
    [
      'node:http',
      `import http from 'node:http'; await new Promise((done) => http.get('http://node-http.example.com/leak', { headers: { 'x-api-key': 'planted' } }, (response) => { response.resume(); response.on('end', done); }));`,
    ],
    [
      'undici',
      `import { fetch } from 'undici'; await fetch('https://undici.example.com/leak', { headers: { 'x-api-key': 'planted' } });`,
    ],
    [
      'http2',
      `import http2 from 'node:http2'; const client = http2.connect('https://http2.example.com'); const request = client.request({ ':path': '/leak', 'x-api-key': 'planted' }); request.resume(); await new Promise((done) => request.on('end', done)); client.close();`,
    ],
    [
      'http2-cleartext',
      `import http2 from 'node:http2'; const client = http2.connect('http://http2-cleartext.example.com'); const request = client.request({ ':path': '/leak', 'x-api-key': 'planted' }); request.resume(); await new Promise((done) => request.on('end', done)); client.close();`,
    ],
  ])('sends %s to the loopback server, with its headers', async (name, code) => {
    await runRedirected(code);
    const host = `${name.replace(':', '-')}.example.com`;
    expect(requestsTo(host)).toMatchObject([{ headers: { 'x-api-key': 'planted' } }]);
    expect(requestsTo(host)[0]!.httpVersion).toBe(name.startsWith('http2') ? '2.0' : '1.1');
  });

  it('sends a connection to a bare address there too', async () => {
    await runRedirected(`await fetch('http://169.254.169.254/latest/meta-data');`);
    expect(requestsTo('169.254.169.254')).toHaveLength(1);
  });

  it('finds private addresses for the hosts that a network of the user gives some', async () => {
    const found = await runRedirected(
      `import dns from 'node:dns/promises'; process.env.CONFORMANCE_PRIVATE_HOSTS = 'models.example.com'; for (const host of ['models.example.com', 'other.example.com']) console.log((await dns.lookup(host)).address); await fetch('https://models.example.com/private');`,
    );
    const [own, other] = found.split('\n');
    expect(own).toBe('10.77.0.20');
    expect(other).toMatch(/^93\.184\./);
    expect(requestsTo('models.example.com')).toHaveLength(1);
  });

  it.each(['https', 'http'])(
    'is seen to ask by %s through the proxy that it was told of, and past it',
    async (scheme) => {
      const through = `import { EnvHttpProxyAgent, fetch } from 'undici'; const dispatcher = new EnvHttpProxyAgent();`;
      const variables = proxyVariables('beside');
      await runRedirected(
        `${through} await fetch('${scheme}://tunnel-${scheme}.example.com/a', { dispatcher }); await fetch('${scheme}://past-${scheme}.example.com/a');`,
        variables,
      );
      expect(requestsTo(`tunnel-${scheme}.example.com`)).toMatchObject([{ viaProxy: true }]);
      expect(requestsTo(`past-${scheme}.example.com`)).toMatchObject([{ viaProxy: false }]);
    },
  );

  it('knows no name and reaches no address but the proxy where that alone leads out', async () => {
    const code = `import { EnvHttpProxyAgent, fetch } from 'undici'; const dispatcher = new EnvHttpProxyAgent();
      const codeOf = (error) => console.log(error.cause.code);
      await fetch('https://alone.example.com/a', { dispatcher }); await fetch('https://alone.example.com/a').catch(codeOf);
      await fetch('https://93.184.216.34/a').catch(codeOf); await fetch('http://192.168.77.20:8000/a', { dispatcher });`;
    const output = await runRedirected(code, proxyVariables('only'));
    expect(output).toBe('ENOTFOUND\nENETUNREACH');
    expect(requestsTo('alone.example.com')).toMatchObject([{ viaProxy: true }]);
    expect(requestsTo('192.168.77.20')).toMatchObject([{ viaProxy: false }]);
  });

  it('finds no one listening on loopback', async () => {
    const output = await runRedirected(
      `await fetch('http://127.0.0.1:11434/api/tags').catch((error) => console.log(error.cause.code));`,
    );
    expect(output).toBe('ECONNREFUSED');
  });

  it('sends no datagram, and the alarm hears of it', async () => {
    await runRedirected(
      `import dgram from 'node:dgram'; const socket = dgram.createSocket('udp4'); socket.send('leak', 5353, '224.0.0.251', () => socket.close());`,
    );
    expect(readFileSync(journal, 'utf8')).toContain('"address":"224.0.0.251"');
  });

  it('passes the redirect on to its child processes', async () => {
    await runRedirected(
      `import { execFileSync } from 'node:child_process'; execFileSync(process.execPath, ['--eval', "fetch('https://child.example.com/leak')"]);`,
    );
    expect(requestsTo('child.example.com')).toHaveLength(1);
  });

  it('finds /tmp/openclaw to be of another user', async () => {
    const code = `import fs, { lstatSync } from 'node:fs'; for (const look of [fs.lstatSync, lstatSync]) try { look('/tmp/openclaw'); } catch ({ code }) { console.log(code); } console.log(lstatSync('/tmp').isDirectory());`;
    expect(await runRedirected(code)).toBe('EACCES\nEACCES\ntrue');
  });

  it('finds the real path of /tmp in the folder of the journal, in every process and thread', async () => {
    const [look, main] = [path.join(folder, 'look.mjs'), path.join(folder, 'main.mjs')];
    writeFileSync(look, `import { realpathSync } from 'node:fs'; console.log(realpathSync.native('/tmp'));`);
    const threads = ['{}', '{ env: {} }', '{ env: {}, execArgv: [] }', '{ env: SHARE_ENV }'];
    writeFileSync(
      main,
      `import fs, { realpathSync } from 'node:fs'; import { SHARE_ENV, Worker } from 'node:worker_threads';
       import { once } from 'node:events'; import { execFileSync } from 'node:child_process';
       for (const place of ['/', '/tmp']) console.log(realpathSync.native(place), fs.realpathSync.native(place));
       for (const options of [${threads}]) await once(new Worker('${look}', options), 'exit');
       process.stdout.write(execFileSync(process.execPath, ['${look}']));`,
    );
    const { stdout } = await execa(process.execPath, [main], { env: environment, extendEnv: false });
    const each = Array(threads.length + 1).fill(folder);
    expect(stdout.split('\n')).toEqual(['/ /', `${folder} ${folder}`, ...each]);
  });

  it('ends with a runner that was gone before the process began', async () => {
    const { NODE_OPTIONS, ...rest } = environment;
    // A process that has just ended, and whose number is nobody's yet.
    const { stdout: dead } = await execa(process.execPath, ['--print', 'process.pid']);
    const child = execa(process.execPath, ['--eval', 'setTimeout(() => {}, 20_000)'], {
      env: { ...rest, NODE_OPTIONS: NODE_OPTIONS!.replace(`runner=${process.pid}`, `runner=${dead}`) },
      extendEnv: false,
      reject: false,
    });
    expect((await child).signal).toBe('SIGKILL');
  });
});
