import { expect, it } from 'vitest';
import { Fingerprint } from '../../invariants/fingerprint.ts';
import type { PathName } from '../../observation/path-name.ts';
import { caseOf, take } from '../../test-support/over-steps.ts';
import { missingPath } from './missing-path.ts';

const tool = { do: 'take', path: 'image-tool' } as const;
const claimed = (...paths: PathName[]) => ({
  law: 'same-again' as const,
  paths,
  fingerprint: Fingerprint.of({
    law: 'same-again',
    family: 'google',
    reference: null,
    paths,
    behaviour: 'first answer, again other',
  }),
});
const missing = (paths: PathName[], version: string, steps = [{ do: 'run-gateway' } as const, take, tool]) =>
  missingPath({ case: caseOf(steps), claim: claimed(...paths) }, version);

it('a build that lacks a claimed path of the steps is not installed for them', () => {
  expect(missing(['image-tool'], '2026.9.6')).toMatch(/^image-tool: a turn looks at a picture with its own/);
  expect(missing(['image-tool'], '2026.7.1-2')).toBeNull();
  expect(missing(['chat'], '2026.9.6')).toBeNull();
});

it('a case without steps is asked path by path', () => {
  const bare = { ...caseOf([take]), steps: null };
  expect(missingPath({ case: bare, claim: claimed('image-tool') }, '2026.9.6')).toBeNull();
});
