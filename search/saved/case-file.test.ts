import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../generators/case.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { Fingerprint } from '../../invariants/fingerprint.ts';
import { caseFileJsonSchema, caseFileOf, readCaseFile, writeCaseFile } from './case-file.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'case-file-test-'));
const file = path.join(folder, 'case.json');
const provider = {
  id: 'google',
  environment: 'live',
  profiles: [],
  order: null,
  entry: null,
};
const older = { schemaVersion: 1, provider, media: 'same', otherProvider: null };
const value = caseSchema.parse(older);
const claim = {
  law: 'same-failure' as const,
  paths: ['chat' as const, 'image' as const],
  fingerprint: Fingerprint.parse('same-failure | google | chat: answer | image: rejected')!,
};

function write(content: unknown): string {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** `vitest run --project unit search/saved -u` writes them anew. */
describe('the published form of case files', () => {
  const text = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

  it('has the schema that files are read with', async () => {
    await expect(text(caseFileJsonSchema())).toMatchFileSnapshot('../../docs/case-file.schema.json');
  });

  it('shows the smallest case', async () => {
    await expect(text(plainCase({ id: 'google' }))).toMatchFileSnapshot('../../docs/smallest-case.json');
  });
});

describe('a case file', () => {
  it('that cannot be written is bad input, and leaves nothing behind', async () => {
    const before = readdirSync(folder);
    const written = writeCaseFile(folder, caseFileOf(value, claim, '2026.4.24'));
    await expect(written).rejects.toThrow(/cannot be written: .*Give another file\./);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is read as it was written, and leaves no partial file behind', async () => {
    await writeCaseFile(file, caseFileOf(value, claim, '2026.4.24'));
    expect(await readCaseFile(file)).toEqual({
      schemaVersion: 1,
      name: null,
      failing: [],
      claim,
      seenOn: ['2026.4.24'],
      case: value,
    });
    expect(readdirSync(folder)).toEqual(['case.json']);
  });

  it('of an older schema is brought to the newest', async () => {
    expect((await readCaseFile(write(older))).case).toEqual(value);
    expect(value.provider.environment).toEqual([
      { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' },
    ]);
  });

  it('may be a bare case', async () => {
    expect(await readCaseFile(write(value))).toMatchObject({ claim: null, case: value });
  });

  it.each([
    ['that is missing', null, 'cannot be read'],
    ['that is not JSON', '{ "provider": ', 'is not JSON'],
    [
      'with a wrong field',
      { ...value, provider: { ...value.provider, id: 'gogle' } },
      'is not a case: provider.id: must be one of google',
    ],
    ['the result of a run', { resultVersion: 1, cases: {} }, 'is the result of a run, not a case'],
    ['with an unknown field', { ...value, comment: 'x' }, 'has an unknown field comment'],
    [
      'with a provider twice',
      { ...value, otherProvider: value.provider },
      'otherProvider.id: must differ from provider.id',
    ],
  ])('%s is refused in one line', async (_name, content, message) => {
    const target = content === null ? path.join(folder, 'none.json') : write(content);
    const error = await readCaseFile(target).catch((reason: Error) => reason);
    expect(error).toMatchObject({ name: 'BadInput' });
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toContain('\n');
  });
});
