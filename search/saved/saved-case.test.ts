import os from 'node:os';
import { expect, it } from 'vitest';
import { readBaseline, shippedBaseline } from '../baseline/baseline.ts';
import { claimOfKnown } from '../baseline/known-cause.ts';
import { readCaseFile } from './case-file.ts';
import { readSavedCase } from './saved-case.ts';

const file = shippedBaseline()!;
const { causes } = await readBaseline(file);
const findings = causes.flatMap((each) => each.findings);

it('a finding of a baseline is found by its whole fingerprint, and claims what the baseline does', async () => {
  const longest = findings.reduce((a, b) =>
    String(b.fingerprint).length > String(a.fingerprint).length ? b : a,
  );
  expect(await readSavedCase(`${file}#${longest.fingerprint}`)).toMatchObject({
    claim: claimOfKnown(longest),
    case: longest.case,
  });
});

it('a cause of a baseline is named by its id, and stands for its first case', async () => {
  for (const cause of causes) {
    expect(await readSavedCase(`${file}#${cause.id}`)).toMatchObject({
      claim: claimOfKnown(cause.findings[0]!),
      seenOn: [cause.versions.from],
      case: cause.findings[0]!.case,
    });
  }
});

it.each([
  ['no such words', `is no cause of ${file} (${causes[0]!.id}; `],
  ['|', `is in ${findings.length} fingerprints of ${file} (`],
])('what is neither is refused in one line with some to choose from: %s', async (wanted, problem) => {
  const refused = await readSavedCase(`${file}#${wanted}`).catch((error: Error) => error.message);
  expect(refused).toContain(`"${wanted}" ${problem}`);
  expect(refused).not.toContain('\n');
});

it('a name in the documents works in every folder, since the suite brings the file', async () => {
  const before = process.cwd();
  process.chdir(os.tmpdir());
  try {
    const [cause] = causes;
    expect(await readSavedCase(`baselines/openclaw.json#${cause!.id}`)).toMatchObject({
      case: cause!.findings[0]!.case,
    });
    expect(await readSavedCase('docs/findings/audio-takes-entry-first.json')).toMatchObject({
      schemaVersion: 1,
    });
  } finally {
    process.chdir(before);
  }
});

it('any other name is a case file', async () => {
  const name = 'cases/bedrock-aws-sdk-image.json';
  expect(await readSavedCase(name)).toEqual(await readCaseFile(name));
  await expect(readSavedCase('nowhere.json')).rejects.toThrow('nowhere.json cannot be read');
});
