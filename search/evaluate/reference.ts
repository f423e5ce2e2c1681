/**
 * The door that chat, the reference of all comparisons, goes through.
 *
 * `auto`: its command, and where that ends in the strict preflight, which no other path has, a gateway of the same
 * case. `command`, `gateway`: always this one.
 */
import { z } from 'zod';
import { traitsOf } from '../../gateway/versions/traits.ts';
import { endedInPreflight } from '../../invariants/law.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import { wasTested } from './was-tested.ts';

export const referenceSchema = z.enum(['auto', 'command', 'gateway']);
export type Reference = z.infer<typeof referenceSchema>;

/**
 * Runs chat.
 *
 * @param lane the lane of the other paths
 * @returns where no gateway can stand in, the end of the command, with which nothing is compared
 */
export async function observeChat(
  { reference, version, lane }: { reference: Reference; version: string; lane: Lane },
  observe: (lane: Lane) => Promise<Observation>,
): Promise<Observation> {
  if (lane === 'gateway' || reference === 'gateway') return observe('gateway');
  const byCommand = await observe(lane);
  if (reference === 'command' || !endedInPreflight(byCommand)) return byCommand;
  // A gateway that is as strict would not start.
  if (!traitsOf(version).gatewayIsolates) return byCommand;
  const throughGateway = await observe('gateway');
  // A gateway that did not start, although its documents promise it, is reported in place of the command's end.
  if (!wasTested(throughGateway) && !endedInPreflight(throughGateway)) return byCommand;
  const { outcome, awsDefaultChain } = byCommand;
  return { ...throughGateway, awsDefaultChain, standsFor: outcome };
}
