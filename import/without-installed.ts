import { CONFIG_FILE, type HomeFile } from '../home-case/home-case.ts';
import { record } from '../support/json-path.ts';
import type { LeftOut } from './files/raw-home.ts';

/** Settings of plugins that are installed beside the build: without their files every build refuses the configuration. */
const INSTALLED = ['installs', 'load'] as const;

/** @param leftOut is told what there was of them */
export function withoutInstalled(file: HomeFile, leftOut: LeftOut[]): HomeFile {
  if (file.path !== CONFIG_FILE || file.as !== 'json') return file;
  const config = record(file.content);
  const plugins = record(config.plugins);
  const there = INSTALLED.filter((name) => name in plugins);
  if (there.length === 0) return file;
  for (const name of there)
    leftOut.push({ what: `plugins.${name}`, why: 'installed plugins: a case runs with those of the build' });
  const kept = Object.entries(plugins).filter(([name]) => !there.some((each) => each === name));
  return { ...file, content: { ...config, plugins: Object.fromEntries(kept) } };
}
