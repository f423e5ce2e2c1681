/** The home of a gateway: that of a case, with the settings that a gateway and all its paths need. */
import { type Case, caseText } from '../../generators/case.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { type Home, writeHome } from '../home/home.ts';
import { pluginSettings } from '../subject/plugin-settings.ts';
import type { Subject } from '../subject/subject.ts';
import { compileCacheOf } from '../subject/subject-environment.ts';
import { traitsOf } from '../versions/traits.ts';
import { type GatewayAddress, gatewaySettings } from './gateway-settings.ts';

/** The plugin of memory search makes every turn slow, so its path has a gateway of its own. */
export function pathsBeside(path: PathName): readonly PathName[] {
  return path === 'memory' ? ['memory'] : ALL_PATHS.filter((each) => each !== 'memory');
}

/** The key of a gateway: equal keys share one gateway. */
export function gatewayKey(value: Case, path: PathName): string {
  return `${path === 'memory' ? 'memory' : 'turns'} ${caseText(value)}`;
}

export interface GatewayHomeOptions {
  readonly subject: Subject;
  readonly folder: string;
  readonly logFile: string;
  readonly address: GatewayAddress;
  readonly paths: readonly PathName[];
}

export function writeGatewayHome(
  value: Case,
  canaries: readonly Canary[],
  { subject, folder, logFile, address, paths }: GatewayHomeOptions,
): Promise<Home> {
  const providers = setupsOf(value).map(({ id }) => id);
  return writeHome(value, canaries, traitsOf(subject.version), folder, {
    plugins: pluginSettings(subject, providers, value.otherPlugin, paths),
    compileCache: compileCacheOf(subject),
    logFile,
    paths,
    gateway: gatewaySettings(address),
  });
}
