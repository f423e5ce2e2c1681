/** The baseline that the suite brings, as a reader needs it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { causeId } from '../causes/cause.ts';
import { readBaseline, shippedBaseline } from './baseline.ts';
import { fingerprintsOf } from './known-cause.ts';

const { causes } = await readBaseline(shippedBaseline()!);

describe('the shipped baseline', () => {
  it('has each cause, each fingerprint and each signature once', () => {
    const once = (texts: readonly string[]) => expect(new Set(texts).size).toBe(texts.length);
    once(causes.map(({ id }) => id));
    once(fingerprintsOf(causes).map(String));
    once(causes.flatMap(({ signatures }) => signatures.map(causeId)));
  });

  it('calls nothing a bug or documented without a document', () => {
    const decided = causes.filter(({ verdict }) => verdict === 'bug' || verdict === 'documented');
    expect(decided.filter(({ document }) => document === null).map(({ id }) => id)).toEqual([]);
  });

  it('names pages that are there', () => {
    const pages = causes.flatMap(({ page }) => page ?? []);
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((page) => !existsSync(path.join(PACKAGE_ROOT, page)))).toEqual([]);
  });
});
