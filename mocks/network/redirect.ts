/**
 * Preload for every process of a subject: fake DNS, and every connection goes to the loopback server.
 *
 * Loaded with `node --import <this file>?port=…&journal=…&runner=…` (`mocks/network/preload.ts`), before any code of the
 * subject, also in each of its child processes and in each thread that runs a file: it must cost next to nothing.
 *
 * - A host name resolves to a public-looking address, since OpenClaw's SSRF guard refuses private ones
 *   (docs/openclaw-auth-contract.md 5.3), but for the hosts of `CONFORMANCE_PRIVATE_HOSTS`.
 * - The redirect is at the TCP handle, below `net`, `tls`, `http`, `http2`, undici and `fetch`: nothing that
 *   opens a TCP connection can leave loopback.
 * - Loopback itself is closed, as on a machine where nothing else listens, but for servers of the user's own
 *   (`CONFORMANCE_LOOPBACK_PORTS`), and for the port of the subject's own gateway, where it has one (`gateway=…`). A process does not outlive the one that
 *   started it.
 * - `/tmp/openclaw` is another user's: builds keep logs and media there where they can, and nothing sets another folder. On
 *   such a machine they use `TMPDIR`, which is the case's own.
 * - The real path of `/tmp` is the journal's folder: 2026.9 keeps the locks of a state folder below it, whatever `TMPDIR`
 *   says. Every process and thread of a run must find the same locks, so it is one folder for all of them.
 * - Where a proxy is the only way out (`CONFORMANCE_ONLY_HOST`), no other name is known, and no other address but private ones is reached.
 * - UDP is dropped, and written to the journal, one JSON line each, for the leak alarm.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs, { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import threads, { isMainThread, type WorkerOptions } from 'node:worker_threads';

const parameters = new URL(import.meta.url).searchParams;
const port = Number(parameters.get('port'));
const journal = parameters.get('journal') ?? '';
/** The process whose run it is. */
const runner = Number(parameters.get('runner'));
/** The port of the subject's own gateway; null: it has none. */
const gateway = parameters.has('gateway') ? Number(parameters.get('gateway')) : null;

/** The port of a server of the user's own (`generators/providers/hosts.ts`, which this file must not import). */
const USERS_SERVER = 18434;

const ECONNREFUSED = -111;
const ENETUNREACH = -101;
const addresses = new Map<string, string>();

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

function addressOf(host: string): string {
  if (host === 'localhost') return '127.0.0.1';
  if (/^[\d.]+$/.test(host) || host.includes(':')) return host;
  if (privateHosts().includes(host)) return '10.77.0.20';
  const count = addresses.size + 1;
  const address = addresses.get(host) ?? `93.184.${216 + (count >> 8)}.${count & 255}`;
  addresses.set(host, address);
  return address;
}

/** The ports of further servers of the user's own: a warm process meets homes with different ones. */
function opened(): number[] {
  return (process.env.CONFORMANCE_LOOPBACK_PORTS ?? '').split(',').map(Number);
}

/** The hosts that a network of the user's own has private addresses for. */
function privateHosts(): string[] {
  return (process.env.CONFORMANCE_PRIVATE_HOSTS ?? '').split(',');
}

/** The host that alone leads out; null: every one does. Variables of a warm process change from case to case. */
function onlyHost(): string | null {
  return process.env.CONFORMANCE_ONLY_HOST ?? null;
}

function isPrivate(address: string): boolean {
  return isLoopback(address) || /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(address);
}

/** Whether a name is known, where only the proxy's is. */
function isKnown(host: string): boolean {
  const only = onlyHost();
  return (
    only === null || host === only || host === 'localhost' || /^[\d.]+$/.test(host) || host.includes(':')
  );
}

function unknownName(host: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: host,
  });
}

type Callback = (error: Error | null, ...result: unknown[]) => void;

const lookup = (host: string, options: unknown, callback?: Callback): void => {
  const done = (typeof options === 'function' ? options : callback) as Callback;
  if (!isKnown(host)) {
    process.nextTick(() => done(unknownName(host)));
    return;
  }
  const all = typeof options === 'object' && options !== null && 'all' in options && options.all;
  const address = addressOf(host);
  process.nextTick(() => (all ? done(null, [{ address, family: 4 }]) : done(null, address, 4)));
};
const lookupPromise = async (host: string, options?: { all?: boolean }) => {
  if (!isKnown(host)) throw unknownName(host);
  const entry = { address: addressOf(host), family: 4 };
  return options?.all ? [entry] : entry;
};
const noData = () => Object.assign(new Error('queryAaaa ENODATA'), { code: 'ENODATA' });

Object.assign(dns, {
  lookup,
  resolve4: (host: string, options: unknown, callback?: Callback) => {
    const done = (callback ?? options) as Callback;
    if (isKnown(host)) done(null, [addressOf(host)]);
    else done(unknownName(host));
  },
  resolve6: (_host: string, options: unknown, callback?: Callback) =>
    ((callback ?? options) as Callback)(noData()),
});
Object.assign(dns.promises, {
  lookup: lookupPromise,
  resolve4: async (host: string) => {
    if (!isKnown(host)) throw unknownName(host);
    return [addressOf(host)];
  },
  resolve6: async () => {
    throw noData();
  },
});

interface TcpHandle {
  connect(request: unknown, address: string, port: number): number;
  connect6(request: unknown, address: string, port: number): number;
}
// The handle class is the one place that every TCP client of Node shares.
const binding = (process as unknown as { binding(name: string): { TCP: { prototype: TcpHandle } } }).binding(
  'tcp_wrap',
);
const handle = binding.TCP.prototype;
const connect = handle.connect;
function redirect(this: TcpHandle, request: unknown, address: string, target: number): number {
  if (isLoopback(address) && target === gateway) return connect.call(this, request, '127.0.0.1', gateway);
  const isOpen = target === port || target === USERS_SERVER || opened().includes(target);
  if (isLoopback(address) && !isOpen) return ECONNREFUSED;
  const only = onlyHost();
  if (only !== null && !isPrivate(address) && address !== addressOf(only)) return ENETUNREACH;
  return connect.call(this, request, '127.0.0.1', port);
}
handle.connect = redirect;
handle.connect6 = redirect;

dgram.Socket.prototype.send = function send(this: dgram.Socket, ...values: unknown[]): void {
  const [address, target] = [
    values.findLast((value) => typeof value === 'string'),
    values.find((value) => typeof value === 'number'),
  ];
  appendFileSync(journal, `${JSON.stringify({ address: String(address), port: Number(target) })}\n`);
  const callback = values.at(-1);
  if (typeof callback === 'function') process.nextTick(() => callback(null, 0));
};

const SHARED_FOLDER = '/tmp/openclaw';
const { lstatSync } = fs;
Object.assign(fs, {
  lstatSync(file: string, ...rest: []) {
    if (file !== SHARED_FOLDER) return lstatSync(file, ...rest);
    throw Object.assign(new Error(`EACCES: permission denied, lstat '${file}'`), { code: 'EACCES' });
  },
});

const { native } = fs.realpathSync;
const temporary = path.dirname(journal);
fs.realpathSync.native = ((file: fs.PathLike, options?: fs.EncodingOption) =>
  native(file === '/tmp' ? temporary : file, options)) as typeof native;

/** This file does not reach what a thread's own environment leaves out. */
const { NODE_OPTIONS } = process.env;
threads.Worker = class extends threads.Worker {
  constructor(file: string | URL, options: WorkerOptions = {}) {
    const { env } = options;
    super(file, typeof env === 'object' ? { ...options, env: { NODE_OPTIONS, ...env } } : options);
  }
};

syncBuiltinESMExports();

if (isMainThread) endWithParent();

/**
 * Ends this process when the one that started it is gone, however that ended: a runner that is killed cannot end its
 * gateways. The runner is looked at as well, since who started this process may be gone before this line.
 */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isThere(runner)) process.kill(process.pid, 'SIGKILL');
  }, 500).unref();
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
