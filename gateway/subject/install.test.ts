/** Installs with an npm that copies a fake build: what is tested is what becomes of the cache. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fakeBuild, fakePlugin } from '../../test-support/fake-build.ts';
import { npmStandIn } from '../../test-support/npm-stand-in.ts';
import { installSubject, listSubjects, removeInterrupted, removeSubject } from './install.ts';
import { putInPlace } from './partial-install.ts';
import { PLUGIN_MODULES } from './plugin-staging.ts';

const VERSION = '2026.4.24';
const { folder: build } = fakeBuild(VERSION, fakePlugin('google', { '@google/genai': '1.0.0' }));
const NPM = `const { appendFileSync, cpSync, readFileSync } = require('node:fs');
appendFileSync(process.env.NPM_CALLS, process.argv.slice(2).join(' ') + '\\n');
if (process.env.NPM_FAILS) {
  console.error('npm error code ETARGET\\nnpm error notarget No matching version found');
  process.exit(1);
}
if (process.argv[2] === 'view') console.log('${VERSION}');
else if (readFileSync('package.json', 'utf8').includes('openclaw')) cpSync('${build}', '.', { recursive: true });
`;
const { cache, calls } = npmStandIn(NPM, { NPM_FAILS: '' });
const install = (spec: string) => installSubject(spec, () => {});

describe('an install', () => {
  it('puts a whole build into the cache, with what its plugins need, and asks npm no second time', async () => {
    expect(await install(VERSION)).toMatchObject({ version: VERSION, runsWarm: true });
    expect(readdirSync(cache())).toEqual([VERSION]);
    const needed = readFileSync(path.join(cache(), VERSION, PLUGIN_MODULES, 'package.json'), 'utf8');
    expect(JSON.parse(needed)).toMatchObject({ dependencies: { '@google/genai': '1.0.0' } });
    expect(calls()).toHaveLength(2);
    await install(VERSION);
    expect(calls()).toHaveLength(2);
    expect(await listSubjects()).toMatchObject([{ name: VERSION, build: { version: VERSION } }]);
  });

  it('completes a build that was installed for fewer plugins', async () => {
    await install(VERSION);
    const manifest = path.join(cache(), VERSION, PLUGIN_MODULES, 'package.json');
    writeFileSync(manifest, JSON.stringify({ dependencies: {} }));
    await install(VERSION);
    expect(calls()).toHaveLength(3);
    expect(JSON.parse(readFileSync(manifest, 'utf8'))).toMatchObject({
      dependencies: { '@google/genai': '1.0.0' },
    });
    expect(readdirSync(path.join(cache(), VERSION)).sort()).toEqual([
      'node_modules',
      'package.json',
      PLUGIN_MODULES,
    ]);
  });

  it('runs no script of a package', async () => {
    await install(VERSION);
    for (const call of calls()) expect(call).toContain('--ignore-scripts');
  });

  it('asks npm for the version that is the latest', async () => {
    expect(await install('latest')).toMatchObject({ version: VERSION });
    expect(readdirSync(cache())).toEqual([VERSION]);
  });

  it('that npm cannot make leaves nothing behind, and says the line of npm that names the cause', async () => {
    vi.stubEnv('NPM_FAILS', 'yes');
    await expect(install('2026.1.1')).rejects.toThrow(/could not be installed: .*No matching version found/);
    expect(existsSync(cache())).toBe(false);
  });

  it('that fails leaves what another process installed into the same new cache meanwhile', async () => {
    vi.stubEnv('NPM_FAILS', 'yes');
    const failing = installSubject('2026.1.1', () =>
      mkdirSync(path.join(cache(), '2026.1.2', 'node_modules'), { recursive: true }),
    );
    await expect(failing).rejects.toThrow();
    expect(readdirSync(cache())).toEqual(['2026.1.2']);
  });

  it('takes the build of another process that was faster', async () => {
    await install(VERSION);
    const installed = path.join(cache(), VERSION);
    const [taken, partial] = [path.join(cache(), 'taken'), path.join(cache(), 'partial')];
    cpSync(installed, taken, { recursive: true });
    cpSync(installed, partial, { recursive: true });
    await putInPlace(partial, taken);
    expect(readdirSync(cache()).sort()).toEqual([VERSION, 'taken']);
  });

  it('of another does not touch a build that is there', async () => {
    await install(VERSION);
    vi.stubEnv('NPM_FAILS', 'yes');
    await expect(install('2026.1.1')).rejects.toThrow();
    expect(readdirSync(cache())).toEqual([VERSION]);
  });
});

describe('the cache', () => {
  it('loses what an interrupted install left, and keeps what one that goes on has', async () => {
    const [dead, alive] = [`2026.1.1.installing-99999999`, `2026.1.2.installing-${process.pid}`];
    for (const name of [dead, alive])
      mkdirSync(path.join(cache(), name, 'node_modules'), { recursive: true });
    const inside = path.join('2026.1.2', `${PLUGIN_MODULES}.installing-99999999`);
    mkdirSync(path.join(cache(), inside), { recursive: true });
    expect(await removeInterrupted()).toEqual([dead, inside]);
    expect(readdirSync(cache())).toEqual(['2026.1.2', alive]);
    expect(await listSubjects()).toEqual([]);
  });

  it('says of a build that is broken how to remove it, and removes it', async () => {
    await install(VERSION);
    const command = path.join(cache(), VERSION, 'node_modules', 'openclaw', 'package.json');
    writeFileSync(command, '{}');
    await expect(install(VERSION)).rejects.toThrow(`targets remove ${VERSION}`);
    await removeSubject(VERSION);
    expect(readdirSync(cache())).toEqual([]);
    await expect(removeSubject(VERSION)).rejects.toThrow('is not installed');
  });
});
