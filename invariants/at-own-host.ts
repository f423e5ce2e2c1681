/** Requests that came to a host of the provider whose model was asked. */
import type { Case } from '../generators/case.ts';
import { ownerOfHost } from '../generators/provider-setup.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';
import type { Observation } from '../observation/observation.ts';
import type { WireRequest } from '../observation/request.ts';

/**
 * Whether a request is one of those whose headers an observation tells: it has the headers of the host's own provider, and no other's. A
 * secret that went elsewhere breaks right-host or no-egress, whatever headers went with it.
 */
export function isAtOwnHost(value: Case, { model }: Observation, { host }: WireRequest): boolean {
  return ownerOfHost(setupsOf(value), host)?.id === model.provider;
}
