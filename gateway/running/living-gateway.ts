/** The one gateway of a driver: it goes on from path to path for as long as the next one may find it as it is. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { TelegramBot } from '../../mocks/channels/telegram.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { Runnable, Staged } from '../cases/runnable.ts';
import type { Home } from '../home/home.ts';
import { withNewAwsPath } from '../home/new-aws-path.ts';
import { afterCommandsBefore } from '../lanes/command-before.ts';
import { programPath } from '../lanes/program-path.ts';
import { LONGEST_RUN_MS } from '../lanes/run-program.ts';
import type { Subject } from '../subject/subject.ts';
import { traitsOf } from '../versions/traits.ts';
import type { WorkerProcess } from '../worker/worker-process.ts';
import { writeCredentials } from '../worker/write-credentials.ts';
import { gatewayKey, pathsBeside, writeGatewayHome } from './gateway-home.ts';
import {
  type GatewayCommand,
  type GatewayStart,
  type RunningGateway,
  startGateway,
} from './gateway-process.ts';
import { type GatewayAddress, gatewayEnvironment } from './gateway-settings.ts';
import { pairForAllRights } from './rpc-door.ts';

/** The words of a gateway that has to migrate more of its home than we know, while the process that wrote its stores has them open. */
const IN_USE = /database is (in use|still open in process)/;

/** The words of a gateway whose port somebody else has, who may give it back. */
const PORT_TAKEN = /EADDRINUSE|another gateway instance is already listening|port \d+ is already in use/i;
const PORT_MS = 2000;

export interface LivingGatewayOptions {
  readonly subject: Subject;
  /** The variables of every process of the gateway, beside those of its home. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder of its homes and its output. */
  readonly folder: string;
  readonly address: GatewayAddress;
  readonly logFile: string;
  /** The bot of a gateway with a channel. */
  readonly bot: TelegramBot;
  /** Writes the stores that only the subject can write. */
  readonly worker: WorkerProcess;
}

/** A home, and the gateway that runs in it, or how it refused to. */
export interface GatewayInHome {
  readonly home: Home;
  readonly canaries: readonly Canary[];
  readonly environment: Readonly<Record<string, string>>;
  readonly start: GatewayStart;
}

export interface LivingGateway {
  /** The number of gateways that were started. */
  readonly starts: number;
  /** The gateway for a path of a case: the one that runs, or a new one. */
  serve(value: Runnable, path: AnyPath, staged: Staged): Promise<GatewayInHome>;
  /** Ends the process of a gateway that is served, and starts another in its home as it is. */
  startAgain(
    before: GatewayInHome,
    signal: 'SIGTERM' | 'SIGKILL',
    environment: GatewayInHome['environment'],
  ): Promise<GatewayInHome>;
  /** Ends it, so that the next path meets a new one in a fresh copy of its home. */
  end(): Promise<void>;
}

export function createLivingGateway(options: LivingGatewayOptions): LivingGateway {
  const { subject, folder, address, logFile, worker, bot } = options;
  let current: (GatewayInHome & { readonly key: string }) | null = null;
  let starts = 0;
  let homes = 0;

  const end = async (): Promise<void> => {
    const { home, start } = current ?? {};
    current = null;
    if (start?.kind === 'running') await start.gateway.stop();
    if (home) await rm(home.folder, { recursive: true, force: true, maxRetries: 3 });
  };

  const start = async (home: Home, environment: GatewayInHome['environment']): Promise<GatewayStart> => {
    starts += 1;
    const command: GatewayCommand = {
      argv: [process.execPath, subject.command, 'gateway', 'run'],
      environment,
      folder: home.work,
      address,
      outputFile: join(folder, 'gateway.out'),
      closing: worker.closing,
    };
    const first = await startGateway(command);
    if (first.kind !== 'crashed' || !PORT_TAKEN.test(first.tail)) return first;
    await wait(PORT_MS);
    return startGateway(command);
  };

  return {
    get starts() {
      return starts;
    },
    end,
    async serve(value, path, staged) {
      const key = gatewayKey(value, path);
      if (current?.key === key && isServing(current.start)) return current;
      await end();
      homes += 1;
      const isFresh = traitsOf(subject.version).homePath === 'fresh';
      const homeFolder = join(folder, isFresh ? `gateway-home-${homes}` : 'gateway-home');
      const paths = pathsBeside(path);
      const channel = staged.canaries.find(({ place }) => place.holder === 'channel')?.text ?? null;
      if (channel) bot.begin(channel);
      const written = await writeGatewayHome(staged, {
        subject,
        folder: homeFolder,
        logFile,
        address,
        paths,
        channel,
      });
      // The process that runs commands beside gateways meets all their homes.
      const link = join(folder, `gateway-aws-${homes}`);
      const placed = isFresh || !staged.usesAwsFiles ? written : await withNewAwsPath(written, link);
      const home = await afterCommandsBefore(options, placed, 'gateway');
      const environment = {
        ...options.environment,
        ...gatewayEnvironment(channel !== null),
        ...home.environment,
        PATH: programPath(home, options.environment),
      };
      await writeCredentials(worker, home, environment, LONGEST_RUN_MS);
      // A gateway migrates such files at its start, unless another process has the database open, as this one does that
      // wrote it (2026.9.6: "Agent main database is still open in process …").
      const isMigrated =
        staged.canaries.some(({ place }) => place.holder === 'older profile') ||
        Object.keys(home.lateFiles).length > 0;
      if (isMigrated) await worker.recycle();
      const first = await start(home, environment);
      const isKeptOut = first.kind === 'crashed' && IN_USE.test(first.tail);
      if (isKeptOut) await worker.recycle();
      const started = isKeptOut ? await start(home, environment) : first;
      if (started.kind === 'running' && traitsOf(subject.version).pairsForOneMethod)
        await pairForAllRights({ subject, worker, environment, folder: home.work });
      current = { key, home, canaries: staged.canaries, environment, start: started };
      return current;
    },
    async startAgain(before, signal, environment) {
      if (before.start.kind === 'running') await before.start.gateway.stop(signal);
      const again = { ...before, environment, start: await start(before.home, environment) };
      if (current) current = { ...current, ...again };
      return again;
    },
  };
}

function isServing(start: GatewayStart): start is { kind: 'running'; gateway: RunningGateway } {
  return start.kind === 'running' && start.gateway.isRunning();
}
