import { afterAll, expect, it } from 'vitest';
import { FORGETS_CUSTOM_APIS } from './warm-edits.ts';

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
