import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeJson } from '../../support/write-whole.ts';
import { run, standIn, unresolved } from '../../test-support/stand-in.ts';
import { readVerdicts, rememberedTest, type TestedVersion, writeVerdicts } from '../saved/verdict-file.ts';
import { readResult, resultJsonSchema } from './result-file.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'result-file-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => path.join(folder, name);

/** `vitest run --project unit search/result -u` writes it anew. */
it('the published schema of results is the one that they are read with', async () => {
  const text = `${JSON.stringify(resultJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/result.schema.json');
});

describe('a result', () => {
  it('is read back as it was written, findings, cases and observations included', async () => {
    const result = await run(standIn(unresolved));
    expect(result.findings).not.toEqual([]);
    await writeJson(file('result.json'), result);
    expect(await readResult(file('result.json'))).toEqual(result);
  });

  it.each([
    [
      'of another form of results',
      { resultVersion: 1 },
      'is a result of version 1; this suite reads version ',
    ],
    ['that is another file', {}, 'is not a result of this suite: '],
    ['that is no object', [], 'is not a result of this suite: (top): '],
  ])('%s is refused in one line with the field and the fix', async (_name, content, message) => {
    writeFileSync(file('other.json'), JSON.stringify(content));
    const reading = readResult(file('other.json'));
    await expect(reading).rejects.toThrow(`${file('other.json')} ${message}`);
    await expect(reading).rejects.toThrow(/^[^\n]* Run it again\.$/);
  });
});

describe('the verdicts of a bisection', () => {
  it('are none where there is no file, and those that were written where there is', async () => {
    expect(await readVerdicts(file('verdicts.json'))).toEqual({});
    const verdicts = {
      '2026.4.24': { verdict: 'violates', reason: null },
      '2026.3.13': { verdict: 'not testable', reason: 'no such provider' },
    } as const;
    await writeVerdicts(file('verdicts.json'), verdicts);
    expect(await readVerdicts(file('verdicts.json'))).toEqual(verdicts);
  });

  it('are kept where another test would end alike, and a version that a network kept from being tested is tried again', async () => {
    const asked: string[] = [];
    const replay = async (version: string): Promise<TestedVersion> => {
      asked.push(version);
      return version === '2026.4.24'
        ? { verdict: 'conforms', reason: null, isLasting: true }
        : { verdict: 'not testable', reason: 'no network', isLasting: false };
    };
    for (const _run of [1, 2]) {
      const { test } = await rememberedTest(file('remembered.json'), replay);
      for (const version of ['2026.4.24', '2026.3.13', '2026.3.13']) await test(version);
    }
    expect(asked).toEqual(['2026.4.24', '2026.3.13', '2026.3.13']);
  });

  it('are refused where they are of another kind, so that no version passes for tested', async () => {
    writeFileSync(file('wrong.json'), JSON.stringify({ '2026.4.24': { verdict: 'good', reason: null } }));
    await expect(readVerdicts(file('wrong.json'))).rejects.toThrow('holds no verdicts. Remove it');
  });
});
