import { expect, it } from 'vitest';
import { embeddingProviders } from '../embedding-providers.ts';
import { lastJson } from './last-json.ts';

const rows = [
  { id: 'gemini', configured: false },
  { id: 'openai', configured: true },
  { id: 'voyage', available: true },
];
const statusIn = (stdout: string, provider: string) =>
  embeddingProviders.readReport?.(stdout, provider, 0).status;

it.each([
  ['an array', rows],
  ['a list of providers', { providers: rows }],
  ['a list of what generates', { generation: rows, description: [] }],
  ['a list of what searches', { search: rows, fetch: [] }],
])('is read from %s', (_, output) => {
  const stdout = JSON.stringify(output, null, 2);
  expect(statusIn(stdout, 'openai')).toBe('present');
  expect(statusIn(stdout, 'gemini')).toBe('missing');
});

it('says nothing of a provider that it does not have, or of which it does not say whether it is configured', () => {
  expect(statusIn(JSON.stringify(rows), 'mistral')).toBeNull();
  expect(statusIn(JSON.stringify(rows), 'voyage')).toBeNull();
  expect(statusIn('no list', 'openai')).toBeNull();
});

it('is found among lines of a log that begin with a bracket', () => {
  const stdout = `[plugins] loaded 3 plugins\n${JSON.stringify(rows, null, 2)}\n`;
  expect(lastJson(stdout)).toEqual(rows);
  expect(lastJson('[openclaw] { not json\n{ "a": [1] }\n')).toEqual({ a: [1] });
});
