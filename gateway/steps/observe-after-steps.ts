/** A path of a home case through a gateway that goes on: taken, then the steps of its user, then taken again. */
import type { Observation } from '../../observation/observation.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { ExpectedModel, Runnable } from '../cases/runnable.ts';
import type { GatewayLaneParts } from '../running/gateway-lane.ts';
import { gatewaySalt, observeThroughGateway } from '../running/observe-through-gateway.ts';
import { gatewayActions } from './gateway-actions.ts';
import { takeLaterSteps } from './take-later-steps.ts';

/** @returns the second time alone. Never throws for what a subject does. */
export async function observeAfterSteps(
  parts: GatewayLaneParts,
  value: Runnable,
  path: AnyPath,
  model: ExpectedModel,
): Promise<Observation> {
  const staged = await value.stage(gatewaySalt(value), parts.aws);
  await parts.living.end();
  /** The lane's gateway, but that nothing ends it between the two times. */
  const lasting = { ...parts.living, end: async () => {} };
  const first = await observeThroughGateway(
    { ...parts, living: lasting, issued: staged },
    value,
    path,
    model,
  );
  const serving = { now: await parts.living.serve(value, path, staged) };
  if (serving.now.start.kind !== 'running') return first;
  const { home } = serving.now;
  const { undone, ...later } = await takeLaterSteps(gatewayActions(parts, serving), parts.beside.subject, {
    home,
    staged,
  });
  // Commands beside the gateway start with the variables as they are now.
  const now = { ...serving.now, home: { ...home, environment: later.home.environment } };
  const again = await observeThroughGateway(
    { ...parts, living: { ...lasting, serve: async () => now }, issued: later.staged },
    value,
    path,
    model,
  );
  await parts.living.end();
  return undone.length > 0 ? { ...again, undone: [...undone] } : again;
}
