/** Tells whether a path does something else in a repaired setup. */
import { isDeepStrictEqual } from 'node:util';
import { writtenPlainly } from '../../generators/secrets/place.ts';
import { modelRequests, outcomeText } from '../../invariants/behaviour.ts';
import type { Credential } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';

/** The address that it asks is left out: a repaired address moves every path that follows it. */
export function hasMoved(before: Observation | undefined, after: Observation): boolean {
  return !before || !isDeepStrictEqual(behaviourOf(before), behaviourOf(after));
}

function behaviourOf(observation: Observation) {
  const { probe = null, status = null, disclosures, egress } = observation;
  const [first] = modelRequests(observation);
  return {
    end: outcomeText(observation),
    credentials: first?.credentials.map(originOf) ?? null,
    ownHeaders: first?.ownHeaders ?? null,
    probe,
    status,
    disclosures: disclosures.map(({ where }) => where),
    egress,
  };
}

/** A credential however its place is written down, live or not: a repair changes both. */
function originOf(credential: Credential) {
  if (credential.kind !== 'secret') return credential;
  const { scheme, place, damage } = credential;
  return { kind: credential.kind, scheme, place: writtenPlainly(place), damage };
}
