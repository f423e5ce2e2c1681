/** The `gateway` lane of a driver. Nothing of it is there before it is asked for. */
import type { AwsBackend } from '../../mocks/aws/backend.ts';
import { telegramBot } from '../../mocks/channels/telegram.ts';
import { withGatewayPort } from '../../mocks/network/preload.ts';
import type { Observation } from '../../observation/observation.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { ExpectedModel, Runnable } from '../cases/runnable.ts';
import type { RememberingNetwork } from '../observe/network-record.ts';
import type { Subject } from '../subject/subject.ts';
import { createWorkerProcess } from '../worker/worker-process.ts';
import { newGatewayAddress } from './gateway-settings.ts';
import { createLivingGateway } from './living-gateway.ts';
import { observeThroughGateway } from './observe-through-gateway.ts';

export interface GatewayLaneSetup {
  readonly subject: Subject;
  /** The variables of every process of the subject; its NODE_OPTIONS load the redirect. */
  readonly environment: Readonly<Record<string, string>>;
  /** The driver's own folder. */
  readonly folder: string;
  readonly logFile: string;
  /** The folder of the media that commands are given. */
  readonly media: string;
  readonly network: RememberingNetwork;
  readonly aws: AwsBackend | null;
}

export interface GatewayLane {
  observe(value: Runnable, path: AnyPath, model: ExpectedModel): Promise<Observation>;
  /** The parts of the lane, for who changes a home while its gateway runs. */
  parts(): Promise<GatewayLaneParts>;
  /** The number of gateways that were started. */
  starts(): number;
  /** Ends the gateway that runs, if one does. */
  end(): Promise<void>;
  /** Ends every process, so that the next observation meets fresh ones. */
  refresh(): Promise<void>;
  /** Ends every process for good: what waits for one is told so, and nothing is started any more. */
  close(): Promise<void>;
}

export function createGatewayLane(setup: GatewayLaneSetup): GatewayLane {
  let made: GatewayLaneParts | null = null;
  let isClosed = false;
  const parts = async () => {
    made ??= await gatewayLaneParts(setup);
    if (isClosed) await made.beside.worker.close();
    return made;
  };
  return {
    parts,
    async observe(value, path, model) {
      return observeThroughGateway(await parts(), value, path, model);
    },
    starts: () => made?.living.starts ?? 0,
    end: async () => made?.living.end(),
    async refresh() {
      await made?.living.end();
      await made?.beside.worker.recycle();
    },
    async close() {
      isClosed = true;
      await made?.beside.worker.close();
      await made?.living.end();
    },
  };
}

export type GatewayLaneParts = Awaited<ReturnType<typeof gatewayLaneParts>>;

async function gatewayLaneParts({
  subject,
  environment: base,
  folder,
  logFile,
  media,
  network,
  aws,
}: GatewayLaneSetup) {
  const address = await newGatewayAddress();
  const environment = { ...base, ...withGatewayPort(base, address.port) };
  const worker = createWorkerProcess(subject, { ...environment, HOME: folder, TMPDIR: folder }, folder);
  const bot = telegramBot();
  network.server.stand(bot.handlers);
  const living = createLivingGateway({ subject, environment, folder, address, logFile, worker, bot });
  return { living, bot, beside: { subject, worker, environment, media }, network, aws, logFile, folder };
}
