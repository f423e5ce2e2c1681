/** The order in which paths are taken, so that few gateways are started for a case. */
import type { Lane } from '../observation/lane.ts';
import { type AnyPath, laneOfPath, type PathName, pathOf } from './paths.ts';

/** The gateway that a path is taken through: paths with the same name share one. */
export function gatewayOf({ needs }: AnyPath): string {
  return needs.gateway ?? needs.channel ?? 'turns';
}

/**
 * The paths in another order: what needs no gateway keeps its place, and the others follow gateway by gateway. A driver has one
 * gateway at a time, so that two paths of one gateway with a path of another between them cost a start more.
 */
export function gatewayByGateway(paths: readonly PathName[], lane: Lane): PathName[] {
  const isThrough = (path: PathName) => laneOfPath(path, lane) === 'gateway';
  const groups = Map.groupBy(paths.filter(isThrough), (path) => gatewayOf(pathOf(path)));
  return [...paths.filter((path) => !isThrough(path)), ...[...groups.values()].flat()];
}
