import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { findDisclosures } from './disclosures.ts';

const variable = { name: 'COPILOT_GITHUB_TOKEN', layer: 'process', holds: 'live', shape: 'plain' } as const;
const canaries = canariesOf(plainCase({ id: 'github-copilot', environment: [variable] }), 'this run');
const { text, exchanged } = canaries[0]!;

describe('a disclosure', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'disclosures-test-'));
  const [home, shared] = [path.join(root, 'home'), path.join(root, 'shared')];
  mkdirSync(path.join(home, 'deep', 'er'), { recursive: true });
  mkdirSync(shared);
  symlinkSync(shared, path.join(home, 'link'));
  afterAll(() => rmSync(root, { recursive: true }));
  const places = () => findDisclosures(home, {}, canaries, () => false).map(({ where }) => where);

  it('is a secret in any file of the home, or what a provider gave for one', () => {
    writeFileSync(path.join(home, 'deep', 'er', 'log'), `key ${text}`);
    writeFileSync(path.join(home, 'deep', 'token'), exchanged!);
    expect(places().sort()).toEqual(['deep/er/log', 'deep/token']);
  });

  it('is not looked for behind a link, which leads to what all runs share', () => {
    const before = places();
    writeFileSync(path.join(shared, 'compiled'), text);
    expect(places()).toEqual(before);
  });

  it('is a key with a line break inside, as it was written, also in JSON', () => {
    const wrapped = { ...variable, shape: 'wrapped' } as const;
    const [key] = canariesOf(plainCase({ id: 'github-copilot', environment: [wrapped] }), 'another run');
    const found = (stderr: string) => findDisclosures(home, { stderr }, [key!], () => false);
    expect(key!.written).not.toContain(key!.text);
    expect(found(`Headers.append: "Bearer ${key!.written}" is an invalid header value`)).toHaveLength(1);
    expect(found(JSON.stringify({ error: key!.written }))).toHaveLength(1);
    expect(found(key!.written.split('\n')[0]!)).toEqual([]);
  });

  it('is the key that signs for AWS, and not its id, which each signed request names', () => {
    const pair = { name: 'AWS_ACCESS_KEY_ID', layer: 'process', holds: 'live', shape: 'plain' } as const;
    const [key] = canariesOf(plainCase({ id: 'amazon-bedrock', environment: [pair] }), 'this run');
    const found = (stdout: string) => findDisclosures(home, { stdout }, [key!], () => false);
    expect(found(key!.text)).toEqual([]);
    expect(found(key!.signingText!)).toHaveLength(1);
  });
});
