/** `auth-conformance doctor`: what a run needs of this machine, and whether it is there. */
import { accessSync, constants, existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { execa } from 'execa';
import { runFolderParent } from '../../gateway/run-folder.ts';
import { subjectCache } from '../../gateway/subject/subject-cache.ts';
import { freeBytes } from '../../support/free-bytes.ts';
import { exitCodes } from '../exit-codes.ts';

/** Space that a worker with its homes takes, and a build in the cache. */
const NEEDED_MB = { run: 500, build: 1000, memory: 2000 };
const NODE = 24;
const PROGRAM_MS = 15_000;

interface Check {
  readonly what: string;
  /** The finding; an Error says why it is not enough, and how to mend it. */
  readonly look: () => string | Promise<string>;
  /** Whether a run can do without it. */
  readonly isOptional?: boolean;
}

const CHECKS: readonly Check[] = [
  {
    what: 'Node',
    look() {
      if (Number(process.versions.node.split('.')[0]) >= NODE) return process.version;
      throw new Error(`${process.version}; start the command by npx or pnpm, which bring Node ${NODE}`);
    },
  },
  { what: 'npm', look: () => outputOf('npm', '--version') },
  {
    what: 'registry',
    look: async () => `openclaw ${await outputOf('npm', 'view', 'openclaw@latest', 'version')} is the latest`,
    // Installed builds are run without it.
    isOptional: true,
  },
  { what: 'cache of builds', look: () => roomIn(subjectCache(), NEEDED_MB.build) },
  { what: 'folder of a run', look: () => roomIn(runFolderParent(), NEEDED_MB.run) },
  { what: 'current folder', look: () => roomIn('.', 1) },
  {
    what: 'memory',
    look() {
      const free = Math.round(os.freemem() / 1e6);
      if (free >= NEEDED_MB.memory) return `${free} MB free, ${os.availableParallelism()} processors`;
      throw new Error(
        `${free} MB free; a worker may take ${NEEDED_MB.memory}: run with --workers 1 --steps 0`,
      );
    },
    isOptional: true,
  },
  {
    what: 'Docker, for the LocalStack lane alone',
    look: async () => `server ${await outputOf('docker', 'version', '--format', '{{.Server.Version}}')}`,
    isOptional: true,
  },
];

export function doctorCommand() {
  return new Command('doctor')
    .description(
      'check that this machine has everything a run needs: exit 0 all there, 2 something is missing',
    )
    .action(async () => {
      for (const { what, look, isOptional } of CHECKS) {
        try {
          process.stdout.write(`ok       ${what}: ${await look()}\n`);
        } catch (error) {
          process.stdout.write(
            `${isOptional ? 'optional' : 'missing '} ${what}: ${(error as Error).message}\n`,
          );
          if (!isOptional) process.exitCode = exitCodes['bad input'];
        }
      }
    });
}

async function outputOf(program: string, ...parameters: string[]): Promise<string> {
  const { stdout, failed, timedOut } = await execa(program, parameters, {
    reject: false,
    stdin: 'ignore',
    timeout: PROGRAM_MS,
  });
  if (!failed) return stdout.trim();
  throw new Error(
    timedOut ? `no answer in ${PROGRAM_MS / 1000} s` : `"${[program, ...parameters].join(' ')}" fails`,
  );
}

/** A folder that is there or could be made: writable, with room. */
function roomIn(folder: string, megabytes: number): string {
  let there = path.resolve(folder);
  while (!existsSync(there)) there = path.dirname(there);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(`${there} cannot be written`);
  }
  const free = Math.round(freeBytes(there) / 1e6);
  if (free >= megabytes) return `${folder}, ${free} MB free`;
  throw new Error(`${folder} has ${free} MB free, ${megabytes} are needed`);
}
