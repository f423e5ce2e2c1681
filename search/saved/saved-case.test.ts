import { expect, it } from 'vitest';
import { readBaseline, shippedBaseline } from '../baseline/baseline.ts';
import { readCaseFile } from './case-file.ts';
import { readSavedCase } from './saved-case.ts';

const file = shippedBaseline()!;
const { entries } = await readBaseline(file);

it('an entry of a baseline is found by its number and by its whole fingerprint, and claims what the entry does', async () => {
  const [index, { law, paths, fingerprint, versions, case: value }] = [...entries.entries()].reduce((a, b) =>
    String(b[1].fingerprint).length > String(a[1].fingerprint).length ? b : a,
  );
  for (const wanted of [index, fingerprint])
    expect(await readSavedCase(`${file}#${wanted}`)).toMatchObject({
      claim: { law, paths, fingerprint },
      seenOn: [versions.from],
      case: value,
    });
});

it.each([
  [`${entries.length}`, 'is no entry'],
  ['no such words', 'is no entry'],
  ['|', `means ${entries.length} entries`],
])(
  'an entry that is not one is refused in one line with entries to choose from: %s',
  async (wanted, problem) => {
    const refused = await readSavedCase(`${file}#${wanted}`).catch((error: Error) => error.message);
    expect(refused).toContain(
      `"${wanted}" ${problem} of ${file}. Give a number from 0 to ${entries.length - 1} (`,
    );
    expect(refused).not.toContain('\n');
  },
);

it('any other name is a case file', async () => {
  const name = 'cases/bedrock-aws-sdk-image.json';
  expect(await readSavedCase(name)).toEqual(await readCaseFile(name));
  await expect(readSavedCase('nowhere.json')).rejects.toThrow('nowhere.json cannot be read');
});
