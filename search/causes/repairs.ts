import { AXIS_REPAIRS } from './axis-repairs.ts';
import type { Repair } from './repair.ts';
import { SECRET_REPAIRS } from './secret-repairs.ts';

/** Every repair: those of how credentials are kept first. */
export const REPAIRS: readonly Repair[] = [...SECRET_REPAIRS, ...AXIS_REPAIRS];

const byId = new Map(REPAIRS.map((each) => [each.id, each]));

/** @throws Error for an id that no repair has */
export function repairOf(id: string): Repair {
  const own = byId.get(id);
  if (!own) throw new Error(`there is no repair ${id}`);
  return own;
}
