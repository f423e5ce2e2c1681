import { expect, it } from 'vitest';
import { manyFindings } from '../test-support/many-findings.ts';
import { run, standIn, unresolved } from '../test-support/stand-in.ts';
import { jobSummary } from './github.ts';
import { textReport } from './text.ts';

const result = await run(standIn(unresolved), { cases: 600 });

it('a report leads with the causes, one line each: harm, where it lies, what ends it, known or new', () => {
  const [head, ...lines] = textReport(result).split('\n\n')[0]!.split('\n');
  expect(head).toBe(`1 cause (1 new) behind 1 finding in openclaw ${result.subject.version}:`);
  const [id] = result.causes.map((each) => each.id);
  expect(lines).toEqual([
    `   new ${id} · call fails · image: ends when every reference resolves, where it says “No API key found” · 1 finding`,
  ]);
  expect(textReport(result)).toContain(`cause ${id}`);
});

it('a report has the findings of one cause together, in the order of the causes', async () => {
  const many = await manyFindings();
  const shown = [...textReport(many).matchAll(/ · cause ([0-9a-f]{8})/g)].map(([, id]) => id);
  const runs = shown.filter((id, index) => id !== shown[index - 1]);
  expect(new Set(runs).size).toBe(runs.length);
  const order = many.causes.map(({ id }) => id);
  expect(runs).toEqual(order.filter((id) => runs.includes(id)));
  expect(runs.length).toBeGreaterThan(1);
});

it('the summary of a job on GitHub has the causes before the findings', () => {
  const summary = jobSummary(result);
  expect(summary.indexOf('ends when every reference resolves')).toBeGreaterThan(0);
  expect(summary.indexOf('ends when every reference resolves')).toBeLessThan(
    summary.indexOf('| fingerprint'),
  );
});
