/** The requests of a path, a line for each that tells something: its credentials, the host, and the answer. */
import { credentialsText, modelRequests } from '../invariants/behaviour.ts';
import type { Observation } from '../observation/observation.ts';

/** Requests for the model, and any other that took a credential to a host which no such request asked. */
export function wireLines(observation: Pick<Observation, 'requests'>): string[] {
  const forModel = modelRequests(observation);
  const hosts = new Set(forModel.map(({ host }) => host));
  const elsewhere = observation.requests.filter(
    ({ purpose, credentials, host }) => purpose !== 'model' && credentials.length > 0 && !hosts.has(host),
  );
  const lines = [...forModel, ...elsewhere].map(
    ({ credentials, host, status }) => `${credentialsText(credentials)} → ${host} ${status}`,
  );
  return [...new Set(lines)];
}
