/** The home of a gateway: that of a case, with the settings that a gateway and all its paths need. */
import { gatewayOf } from '../../paths/gateway-order.ts';
import { type AnyPath, PATHS } from '../../paths/paths.ts';
import type { Runnable, Staged } from '../cases/runnable.ts';
import type { Home } from '../home/home.ts';
import type { Subject } from '../subject/subject.ts';
import { compileCacheOf } from '../subject/subject-environment.ts';
import { type GatewayAddress, gatewaySections } from './gateway-settings.ts';

/** The paths that a gateway serves which is started for one of them. */
export function pathsBeside(path: AnyPath): readonly AnyPath[] {
  return PATHS.filter((each) => gatewayOf(each) === gatewayOf(path));
}

/** The key of a gateway: equal keys share one gateway. */
export function gatewayKey({ text }: Runnable, path: AnyPath): string {
  return `${gatewayOf(path)} ${text}`;
}

export interface GatewayHomeOptions {
  readonly subject: Subject;
  readonly folder: string;
  readonly logFile: string;
  readonly address: GatewayAddress;
  readonly paths: readonly AnyPath[];
  /** The token of the bot that people write to; null: there is no channel. */
  readonly channel: string | null;
}

export function writeGatewayHome(
  staged: Staged,
  { subject, folder, logFile, address, paths, channel }: GatewayHomeOptions,
): Promise<Home> {
  return staged.writeHome(subject, folder, {
    compileCache: compileCacheOf(subject),
    logFile,
    paths,
    sections: gatewaySections(address, channel),
  });
}
