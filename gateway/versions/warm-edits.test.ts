import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { KEEPS_CAPTURED_CODE, KEEPS_EARLIER_CAPTURES } from './plugin-edits.ts';
import { WAITS_OF_EMBEDDINGS, WAITS_OF_TURNS } from './retry-edits.ts';
import { FORGETS_CUSTOM_APIS, FORGETS_EMBEDDING_CHECKS } from './warm-edits.ts';

/** The function as builds before 2026.8 have it, with a registry that has one API of its own. */
const MODULE = `const registry = new Map([['built-in', 'its own']]);
const getApiProvider = (api) => registry.get(api);
function ensureCustomApiRegistered(api, streamFn) {
	if (getApiProvider(api)) return false;
	registry.set(api, streamFn);
	return true;
}
return (api, streamFn) => (ensureCustomApiRegistered(api, streamFn), registry.get(api));`;

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'requestOfWorker');
  Reflect.deleteProperty(globalThis, 'requestsOfCustomApis');
  Reflect.deleteProperty(globalThis, 'capturesOfPlugins');
});

it("the API of a plugin is that of each command's model, the first of it, and no built-in one is replaced", () => {
  const edited = MODULE.replace(FORGETS_CUSTOM_APIS.statement, FORGETS_CUSTOM_APIS.replacement);
  const register = new Function(edited)() as (api: string, streamFn: string) => string;
  Object.assign(globalThis, { requestOfWorker: 1 });
  expect([register('ollama', 'first'), register('ollama', 'second'), register('built-in', 'third')]).toEqual([
    'first',
    'first',
    'its own',
  ]);
  Object.assign(globalThis, { requestOfWorker: 2 });
  expect([register('ollama', 'fourth'), register('built-in', 'fifth')]).toEqual(['fourth', 'its own']);
});

it('the code of an installed plugin is kept in one folder for the life of a process, and in no home', () => {
  const module = `function instanceDirectory(stateDir) {
	return path.join(stateDir, "tmp", "plugin-captures");
}
return instanceDirectory;`;
  const edited = module.replace(KEEPS_CAPTURED_CODE.statement, KEEPS_CAPTURED_CODE.replacement);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'captures-'));
  vi.stubEnv('SQLITE_TMPDIR', folder);
  const directory = new Function('path', 'fs', 'tmpdir', edited)(path, fs, os.tmpdir) as (
    home: string,
  ) => string;
  expect(path.dirname(directory('/home/first'))).toBe(folder);
  expect(directory('/home/second')).toBe(directory('/home/first'));
  expect(fs.existsSync(directory('/home/second'))).toBe(true);

  const earlier = 'return path.join(sourceCaptureDirectory.getStore() ?? tmpdir(), "openclaw-plugin-build-")';
  const { statement, replacement } = KEEPS_EARLIER_CAPTURES;
  const captured = new Function(
    'path',
    'sourceCaptureDirectory',
    'tmpdir',
    earlier.replace(statement, replacement),
  );
  expect(captured(path, { getStore: () => undefined }, () => '/home/first/tmp')).toBe(
    path.join(folder, 'openclaw-plugin-build-'),
  );
});

it('the waits between tries are a thousandth of what they were, and the tries as many', () => {
  const turns = `const MAX_TRANSIENT_RETRIES = 8;
const TRANSIENT_RETRY_BASE_DELAY_MS = 1e3;
const TRANSIENT_RETRY_MAX_DELAY_MS = 3e4;
return [MAX_TRANSIENT_RETRIES, TRANSIENT_RETRY_BASE_DELAY_MS, TRANSIENT_RETRY_MAX_DELAY_MS];`;
  expect(new Function(turns.replace(WAITS_OF_TURNS.statement, WAITS_OF_TURNS.replacement))()).toEqual([
    8, 1, 30,
  ]);
  const embeddings = `const manager = {
	async waitForEmbeddingRetry(delayMs, action, signal) {
		log(action);
		await sleepWithAbort(delayMs, signal);
	}
};
manager.waitForEmbeddingRetry(500, "retrying");`;
  const sleep = vi.fn();
  const edited = embeddings.replace(WAITS_OF_EMBEDDINGS.statement, WAITS_OF_EMBEDDINGS.replacement);
  new Function('sleepWithAbort', 'log', edited)(sleep, () => {});
  expect(sleep).toHaveBeenCalledWith(0.5, undefined);
});

it('a check of an embedding provider is over at once', () => {
  const { statement, replacement } = FORGETS_EMBEDDING_CHECKS;
  expect('const EMBEDDING_PROBE_CACHE_TTL_MS = 3e4;'.replace(statement, replacement)).toBe(
    'const EMBEDDING_PROBE_CACHE_TTL_MS =  0;',
  );
});
