/** Commands of a build, each run alone in a home that is written for it, without a network. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { createCertificateAuthority } from '../../mocks/network/certificates.ts';
import { startLoopbackServer } from '../../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../../mocks/network/preload.ts';
import { jsonOrNull } from '../../support/json-or-null.ts';
import { LONGEST_RUN_MS, type ProgramEnd, runProgram } from '../lanes/run-program.ts';
import { runFolder } from '../run-folder.ts';
import type { Subject } from '../subject/subject.ts';
import { compileCacheOf } from '../subject/subject-environment.ts';

export interface HomeCommand {
  readonly argv: readonly string[];
  readonly configuration: object;
  readonly variables?: Readonly<Record<string, string>>;
  /** Files of the home beside the configuration, by name. */
  readonly files?: Readonly<Record<string, { readonly text: string; readonly mode: number }>>;
}

export interface HomeCommands extends AsyncDisposable {
  readonly subject: Subject;
  /** The home of every command, and the folder of the build's state in it. */
  readonly home: string;
  readonly state: string;
  run(command: HomeCommand): Promise<ProgramEnd>;
}

/** @param signal ends a command, which then throws its reason */
export async function startHomeCommands(subject: Subject, signal?: AbortSignal): Promise<HomeCommands> {
  const { folder: root, binaries } = runFolder();
  const folder = mkdtempSync(path.join(root, 'fields-'));
  const home = path.join(folder, 'home');
  const state = path.join(home, '.openclaw');
  const authority = await createCertificateAuthority();
  const server = await startLoopbackServer(authority);
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  let redirect: Readonly<Record<string, string>>;
  try {
    redirect = writeNetworkFiles(folder, server.port, authority.certificate).environment;
  } catch (error) {
    // A server that listens keeps the process from its end.
    await close();
    throw error;
  }
  const environment = {
    PATH: binaries,
    HOME: home,
    TMPDIR: folder,
    OPENCLAW_PATH_BOOTSTRAPPED: '1',
    OPENCLAW_NO_RESPAWN: '1',
    NODE_COMPILE_CACHE: compileCacheOf(subject),
    NO_COLOR: '1',
    ...redirect,
  };
  return {
    subject,
    home,
    state,
    async run({ argv, configuration, variables = {}, files = {} }) {
      // The next command must not meet the files that this one leaves behind.
      await rm(home, { recursive: true, force: true });
      mkdirSync(state, { recursive: true });
      writeFileSync(path.join(state, 'openclaw.json'), JSON.stringify(configuration));
      for (const [name, { text, mode }] of Object.entries(files))
        writeFileSync(path.join(home, name), text, { mode });
      const end = await runProgram({
        argv: [subject.command, ...argv],
        environment: { ...environment, ...variables },
        folder: home,
        timeoutMs: LONGEST_RUN_MS,
        ...(signal ? { signal } : {}),
      });
      signal?.throwIfAborted();
      return end;
    },
    [Symbol.asyncDispose]: close,
  };
}

/** @throws Error where the command printed nothing of the form: then nothing can be said of the build */
export function jsonIn<T>(
  { stdout, stderr, exitCode }: ProgramEnd,
  schema: z.ZodType<T>,
  command: string,
): T {
  const { data } = schema.safeParse(jsonOrNull(stdout.slice(stdout.indexOf('{'))));
  if (data) return data;
  const last = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
  throw new Error(`${command} gave no answer (exit code ${exitCode}): ${last.slice(0, 200)}`);
}
