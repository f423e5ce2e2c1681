/** Steps on a gateway that goes on: what it has learned stays with it, until it is started again. */
import type { Case } from '../../generators/case.ts';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';
import { takenPaths } from '../../generators/steps/taken-paths.ts';
import type { Observation } from '../../observation/observation.ts';
import { chat } from '../../paths/chat.ts';
import { gatewayOf } from '../../paths/gateway-order.ts';
import { type AnyPath, pathOf } from '../../paths/paths.ts';
import { drawnCase, stagedCase } from '../cases/drawn-case.ts';
import type { Staged } from '../cases/runnable.ts';
import { rotatingLogins } from '../observe/logins.ts';
import type { GatewayLaneParts } from '../running/gateway-lane.ts';
import { observeThroughGateway } from '../running/observe-through-gateway.ts';
import { gatewayActions } from './gateway-actions.ts';
import { canariesNow, type LivingHome, livingHome, valueNow } from './living-home.ts';
import { modelNow, notTaken } from './model-now.ts';
import type { StepHost } from './step-host.ts';
import { twiceThroughGateway } from './twice-through-gateway.ts';
import { stagedAtStart } from './write-first-key.ts';

export async function gatewayHost(
  parts: GatewayLaneParts,
  value: Case,
  canaries: CaseCanary[],
): Promise<{ host: StepHost; living: LivingHome }> {
  const { subject } = parts.beside;
  await parts.living.end();
  const tokens = rotatingLogins(value);
  const stagedNow = (now: LivingHome) =>
    stagedCase(valueNow(now), canariesNow(now), parts.aws, tokens.loginsIn(now.loginTurn));
  /** A gateway refreshes logins and asks for models by itself, also at its start and between two paths: nobody records that. */
  const answer = ({ parties }: Staged) => parts.network.server.serve(parties.stubs(null), () => {});
  const first = stagedAtStart(value, canaries, (each, held) =>
    stagedCase(each, held, parts.aws, tokens.loginsIn('recovers')),
  );
  answer(first);
  const serving = { now: await parts.living.serve(drawnCase(value), servedPath(value), first) };
  const living = { ...livingHome(serving.now.home, value, canaries), tokens };
  /** The lane's gateway, but that nothing ends it between two paths. */
  const lasting = { ...parts.living, serve: async () => serving.now, end: async () => {} };

  const observed = (now: LivingHome, path: AnyPath): Promise<Observation[]> | Observation[] => {
    const { model, unsupported } = modelNow(now, path, subject.version, 'gateway');
    if (unsupported) return [notTaken(path, 'gateway', model, unsupported)];
    // Commands beside the gateway start with the variables as they are now.
    const { home } = serving.now;
    serving.now = { ...serving.now, home: { ...home, environment: now.home.environment } };
    const options = { ...parts, living: lasting, issued: stagedNow(now) };
    return observeThroughGateway(options, drawnCase(valueNow(now)), path, model).then((each) => [each]);
  };

  const host: StepHost = {
    ...gatewayActions(parts, serving),
    lane: 'gateway',
    subject,
    async take(now, path) {
      const seen = await observed(now, path);
      answer(stagedNow(now));
      return seen;
    },
    async takeTwice(now, path) {
      const seen = await twiceThroughGateway(parts, serving.now, now, path);
      answer(stagedNow(now));
      return seen;
    },
    async end() {
      await parts.living.end();
      parts.network.server.stop();
    },
  };
  return { host, living };
}

/** A path whose gateway has what the paths of all steps need: turns do with every gateway, the others with their own. */
function servedPath(value: Case): AnyPath {
  const paths = takenPaths(value).map(pathOf);
  return paths.find((path) => gatewayOf(path) !== gatewayOf(chat)) ?? chat;
}
