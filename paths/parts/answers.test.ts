import { expect, it } from 'vitest';
import { readGenerated } from './answers.ts';

const end = (result: object) => ({
  exitCode: 0,
  stdout: JSON.stringify({ ok: true, capability: 'web.search', outputs: [{ result }] }),
  stderr: '',
  thrown: null,
});

it('takes a search that says why it has no results for the failure that it is', () => {
  const refused = { error: 'missing_brave_api_key', message: 'web_search (brave) needs a key.' };
  expect(readGenerated(end(refused), [])).toMatchObject({ kind: 'failure', class: 'no-credential' });
  expect(readGenerated(end({ results: [{ title: 'OK' }] }), [])).toEqual({ kind: 'answer' });
});
