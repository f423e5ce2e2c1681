/** One path, asked twice at the same time at a door of a running gateway. */
import { emptyObservation, type Observation } from '../../observation/observation.ts';
import type { AnyPath } from '../../paths/paths.ts';
import { askedOf } from '../asked/asked.ts';
import { stagedCase } from '../cases/drawn-case.ts';
import { LONGEST_RUN_MS } from '../lanes/run-program.ts';
import { recordNetwork } from '../observe/network-record.ts';
import type { GatewayLaneParts } from '../running/gateway-lane.ts';
import { askGateway } from '../running/http-door.ts';
import { readEnds } from '../running/lane-end.ts';
import type { GatewayInHome } from '../running/living-gateway.ts';
import { canariesNow, type LivingHome, valueNow } from './living-home.ts';
import { modelNow, notTaken } from './model-now.ts';

/** Each observation has the requests of both. A path without a door of its own, or of a tool, is not taken twice. */
export async function twiceThroughGateway(
  { beside, network, aws, logFile }: GatewayLaneParts,
  { home, start }: GatewayInHome,
  now: LivingHome,
  path: AnyPath,
): Promise<Observation[]> {
  const started = Date.now();
  const { model, unsupported } = modelNow(now, path, beside.subject.version, 'gateway');
  const value = valueNow(now);
  const asked = path.turn
    ? undefined
    : path.drive.door?.({
        ...askedOf(value, path, model.provider, beside.subject.version),
        throughGateway: true,
      });
  const isHttp = asked?.by === 'http';
  const reason =
    unsupported ?? (isHttp && start.kind === 'running' ? null : `${path.name} has no door of HTTP`);
  if (reason !== null || !isHttp || start.kind !== 'running')
    return [notTaken(path, 'gateway', model, reason ?? 'the gateway does not run')];
  const canaries = canariesNow(now);
  const record = recordNetwork(network, {
    parties: stagedCase(value, canaries, aws, now.tokens.loginsIn(now.loginTurn)).parties,
    canaries,
    call: null,
    fallback: null,
    isGateway: true,
  });
  const { gateway } = start;
  const ends = await Promise.all([1, 2].map(() => askGateway(gateway.address, asked, LONGEST_RUN_MS)));
  const seen = record.stop();
  const lane = { beside, network, logFile, home, start };
  const { outcomes, disclosures } = await readEnds(
    lane,
    path,
    ends.map((end) => ({ by: 'door', end })),
    { requests: seen.requests, canaries, turn: null, isUnread: false, provider: model.provider },
  );
  return outcomes.map((outcome) => ({
    ...emptyObservation(path.name, 'gateway', { provider: model.provider, id: model.model }),
    ...seen,
    outcome,
    disclosures,
    milliseconds: Date.now() - started,
  }));
}
