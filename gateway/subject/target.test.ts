import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../support/bad-input.ts';
import { readSubject } from './subject.ts';
import { parseTarget } from './target.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'target-test-'));

describe('a target', () => {
  it('is a version, latest, a tarball or a folder', () => {
    const tarball = path.join(folder, 'openclaw.tgz');
    writeFileSync(tarball, '');
    expect(parseTarget('2026.4.24')).toEqual({ kind: 'version', version: '2026.4.24' });
    expect(parseTarget('latest')).toEqual({ kind: 'latest' });
    expect(parseTarget(tarball)).toEqual({ kind: 'tarball', file: tarball });
    expect(parseTarget(folder)).toEqual({ kind: 'folder', folder });
  });

  it('that is none of these is refused with its value and an example', () => {
    expect(() => parseTarget('2026.4')).toThrow(
      '"2026.4" names no build: it is no version, "latest", .tgz file or folder. Write for example 2026.4.24',
    );
  });

  it('folder without a build is refused with its path', () => {
    expect(() => readSubject(folder)).toThrow(`${folder} has no package.json`);
    writeFileSync(path.join(folder, 'package.json'), '{"name":"something-else","version":"1.0.0"}');
    expect(() => readSubject(folder)).toThrow(BadInput);
  });
});
