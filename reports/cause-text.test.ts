import { expect, it } from 'vitest';
import { run, standIn, unresolved } from '../test-support/stand-in.ts';
import { textReport } from './text.ts';

const result = await run(standIn(unresolved), { cases: 200 });

it('a report leads with the causes, one line each: harm, where it lies, what ends it, known or new', () => {
  const [head, ...lines] = textReport(result).split('\n\n')[0]!.split('\n');
  expect(head).toBe(`causes of 1 findings in openclaw ${result.subject.version}:`);
  const [id] = result.causes.map((each) => each.id);
  expect(lines).toEqual([
    `   new ${id} call fails · image: ends when every reference resolves, where it says “No API key found” · 1 finding`,
  ]);
  expect(textReport(result)).toContain(`cause ${id}`);
});
