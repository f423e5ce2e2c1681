import { describe, expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import type { PathName } from '../../observation/path-name.ts';
import { type Fault, standIn } from '../../test-support/stand-in.ts';
import type { CaseFile } from '../saved/case-file.ts';
import { claimOfCase } from './claim-of-case.ts';

const variable = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
const saved: CaseFile = {
  schemaVersion: 1,
  name: null,
  failing: [],
  claim: null,
  seenOn: [],
  case: plainCase({ id: 'google', environment: [variable] }),
};
const failsOn =
  (...paths: PathName[]): Fault =>
  (_, path) =>
    paths.includes(path)
      ? { requests: [], outcome: { kind: 'failure', class: 'no-credential', message: 'No API key found' } }
      : null;
const claimed = async (fault: Fault, changes: Partial<CaseFile> = {}, law: string | null = null) =>
  (await claimOfCase(standIn(fault), { ...saved, ...changes }, law)).paths;

describe('the claim that a case is shrunk by', () => {
  it('is kept on the fewest paths that tell it', async () => {
    expect(await claimed(failsOn('image', 'audio', 'speech'))).toEqual(['chat', 'image']);
  });

  it('is that of a path that fails for the user, where one does', async () => {
    const fault = failsOn('image', 'embedding');
    expect(await claimed(fault, { failing: ['embedding'] })).toEqual(['chat', 'embedding']);
  });

  it('is looked for on all paths where the likely ones show none', async () => {
    expect(await claimed(failsOn('embedding'))).toEqual(['chat', 'embedding']);
  });

  it('is looked for in the lane that is asked', async () => {
    const fault: Fault = (value, path, lane) =>
      lane === 'gateway' ? failsOn('image')(value, path, lane, true) : null;
    const claim = await claimOfCase(standIn(fault), saved, null, 'gateway');
    expect(claim.paths).toEqual(['chat', 'image']);
    await expect(claimOfCase(standIn(fault), saved, null)).rejects.toThrow(/breaks no law/);
  });

  it('is bad input where the case breaks another law, which it names', async () => {
    await expect(claimed(failsOn('image'), {}, 'right-host')).rejects.toThrow(
      /breaks same-failure.* on openclaw 2026\.9\.6, not right-host/,
    );
  });
});
