/**
 * A worker: a process that imports one subject and runs its command line again and again.
 *
 * Started by `gateway/worker/worker-process.ts` with an empty environment and `mocks/network/redirect.ts`
 * preloaded. Everything that a command may change in a process is put back before the next one: environment,
 * working directory, `process.exit`, standard input, output streams, and the subject's own caches.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { freeBytes } from '../../support/free-bytes.ts';
import { functionLocationSchema } from './chunk-functions.ts';
import { createLifetime } from './lifetime.ts';
import { profilesOfState } from './profiles-of-state.ts';
import { type WorkerAnswer, type WorkerReply, type WorkerRequest, workerRequestSchema } from './protocol.ts';
import { loadResets } from './resets.ts';
import { loadSecretWriter } from './secret-writer.ts';
import { takeShortcuts } from './shortcuts.ts';

/** Bytes: the databases of 200 homes take up to 200 MB, for each worker. */
const ROOM_FOR_DATABASES = 1e9;

const [main = '', root = '', locations = '[]'] = process.argv.slice(2);
const baseEnvironment = { ...process.env };
const fn = <T>() => z.custom<T>((value) => typeof value === 'function');
const shortcuts = takeShortcuts(root, process.env.OPENCLAW_BUNDLED_PLUGINS_DIR);
const lifetime = createLifetime(shortcuts.hasNoHomeLimit);
const subject = z
  .object({ runLegacyCliEntry: fn<(argv: string[]) => Promise<unknown>>(), loadConfig: fn<() => unknown>() })
  .parse(await import(pathToFileURL(main).href));
const storeModuleSchema = z.object({ saveAuthProfileStore: fn<(...values: unknown[]) => unknown>() });
const mediaModuleSchema = z.object({ describeImageFile: fn<(request: object) => Promise<unknown>>() });
const located = z.array(functionLocationSchema).parse(JSON.parse(locations));
const reset = await loadResets(
  located,
  () => shortcuts.hasNoStoreLimit() && freeBytes(process.cwd()) > ROOM_FOR_DATABASES,
);
const writeSecret = await loadSecretWriter(located);

const ownInput = Object.getOwnPropertyDescriptor(process, 'stdin')!;

let runs = 0;
/** The id of the request that a piece of asynchronous work belongs to. */
const owner = new AsyncLocalStorage<number>();

class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`process.exit(${code})`);
    this.code = code;
  }
}

/** Whether handlers of an uncaught error are being called: what they throw would end the worker. */
let isHandlingUncaught = false;
const ended = process.exit;
process.prependListener('uncaughtException', (error) => {
  isHandlingUncaught = true;
  setImmediate(() => {
    isHandlingUncaught = false;
  });
  // An exit that nobody waits for is no error. Any other error goes to the subject's handlers, or ends the worker as
  // it would without us.
  if (error instanceof Exit || process.listenerCount('uncaughtException') > 1) return;
  process.stderr.write(`${error.stack}\n`);
  ended(1);
});

process.on('message', (message) => {
  const request = workerRequestSchema.parse(message);
  void run(request).then((reply) => {
    const answer: WorkerAnswer = { reply, isLast: lifetime.isOver() };
    process.send?.(answer);
  });
});
// A worker does not outlive its runner, however that ended.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.send?.({ ready: true });

async function run(request: WorkerRequest): Promise<WorkerReply> {
  await enter(request);
  const output = captureOutput();
  let exitCode: number | null = null;
  let exited: () => void = () => {};
  const exit = new Promise<void>((resolve) => {
    exited = resolve;
  });
  process.exit = (code) => {
    // A command may have set a timer that ends the process after it: that is no end of a later run.
    if (owner.getStore() !== undefined && owner.getStore() !== request.id) return undefined as never;
    exitCode ??= Number(code ?? process.exitCode ?? 0);
    exited();
    if (isHandlingUncaught) return undefined as never;
    throw new Exit(exitCode);
  };
  let thrown: string | null = null;
  try {
    // A command may call process.exit where nobody waits for it, so either end is the end.
    await Promise.race([owner.run(request.id, () => act(request)), exit]);
  } catch (error) {
    if (!(error instanceof Exit))
      thrown = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  }
  const { stdout, stderr } = output.release();
  const code = exitCode ?? Number(process.exitCode ?? 0);
  process.exitCode = 0;
  return { stdout, stderr, exitCode: thrown ? 1 : code, thrown };
}

async function enter(request: WorkerRequest): Promise<void> {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, baseEnvironment, request.environment);
  process.chdir(request.folder);
  pipe(request.kind === 'command' ? request.input : undefined);
  shortcuts.beginCommand();
  lifetime.enter(request.folder);
  // Edited modules of the subject tell by it what an earlier request left (gateway/versions/warm-edits.ts).
  Object.assign(globalThis, { requestOfWorker: request.id });
  await reset(runs++, request.kind === 'close');
}

async function act(request: WorkerRequest): Promise<void> {
  switch (request.kind) {
    case 'command':
      process.argv = ['node', 'openclaw', ...request.argv];
      await subject.runLegacyCliEntry(process.argv);
      return;
    case 'close':
      return;
    case 'image': {
      const { describeImageFile } = mediaModuleSchema.parse(await importSdk('media-understanding-runtime'));
      const { file: filePath, agentFolder: agentDir } = request;
      const answer = await describeImageFile({ filePath, cfg: subject.loadConfig(), agentDir });
      process.stdout.write(JSON.stringify({ outputs: [answer] }));
      return;
    }
    case 'store': {
      const { saveAuthProfileStore } = storeModuleSchema.parse(await importSdk('agent-runtime'));
      // The options of docs/openclaw-auth-contract.md 1.6: the shared store, written verbatim, nothing looked up
      // outside.
      if (request.store)
        await saveAuthProfileStore(request.store, request.agentFolder ?? undefined, {
          filterExternalAuthProfiles: false,
          syncExternalCli: false,
          sharedStoreWrite: request.agentFolder === null,
          preserveStateProfileIds: profilesOfState(request.store),
        });
      for (const [name, value] of Object.entries(request.secrets)) await writeSecret(name, value);
    }
  }
}

/** Gives the next request its standard input. That of this process has nothing. */
function pipe(input: string | undefined): void {
  const piped = input === undefined ? ownInput : { value: Readable.from([Buffer.from(input)]) };
  Object.defineProperty(process, 'stdin', { ...piped, configurable: true });
}

function importSdk(name: string): Promise<unknown> {
  return import(pathToFileURL(path.join(root, 'dist', 'plugin-sdk', `${name}.js`)).href);
}

function captureOutput(): { release(): { stdout: string; stderr: string } } {
  const captured = { stdout: '', stderr: '' };
  const originals = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      captured[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      const done = rest.at(-1);
      if (typeof done === 'function') process.nextTick(() => done());
      return true;
    };
  }
  return {
    release() {
      process.stdout.write = originals.stdout;
      process.stderr.write = originals.stderr;
      return captured;
    },
  };
}
