/** The commands of a build that say what it makes of its configuration, run on configurations of ours without a network. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { createCertificateAuthority } from '../../mocks/network/certificates.ts';
import { startLoopbackServer } from '../../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../../mocks/network/preload.ts';
import { type ProgramEnd, runProgram } from '../lanes/run-program.ts';
import { runFolder } from '../run-folder.ts';
import type { Subject } from '../subject/subject.ts';
import { compileCacheOf } from '../subject/subject-environment.ts';

const MILLISECONDS = 240_000;

/** @source openclaw@2026.9.6:docs/cli/config.md (validate), openclaw@2026.9.6:docs/cli/secrets.md (audit) */
const validationSchema = z.object({
  valid: z.boolean(),
  issues: z.array(z.object({ path: z.string() })).default([]),
});
const auditSchema = z.object({
  findings: z.array(z.object({ code: z.string(), jsonPath: z.string() })),
});

export interface Answer {
  /** The places that the command is about, dotted. */
  readonly places: readonly string[];
  /** All that it printed. */
  readonly printed: string;
}

export interface FieldCommands extends AsyncDisposable {
  /** The places for which the build refuses a configuration; none: it takes it. */
  validate(configuration: object): Promise<Answer>;
  /** The places of references that its audit calls unresolved. */
  audit(configuration: object, variables?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** @param signal ends a command, which then throws its reason */
export async function startFieldCommands(subject: Subject, signal?: AbortSignal): Promise<FieldCommands> {
  const { folder: root, binaries } = runFolder();
  const folder = mkdtempSync(path.join(root, 'fields-'));
  const authority = await createCertificateAuthority();
  const server = await startLoopbackServer(authority);
  const { environment: redirect } = writeNetworkFiles(folder, server.port, authority.certificate);
  const state = path.join(folder, '.openclaw');
  const environment = {
    PATH: binaries,
    HOME: folder,
    TMPDIR: folder,
    OPENCLAW_STATE_DIR: state,
    OPENCLAW_PATH_BOOTSTRAPPED: '1',
    OPENCLAW_NO_RESPAWN: '1',
    NODE_COMPILE_CACHE: compileCacheOf(subject),
    NO_COLOR: '1',
    ...redirect,
  };
  const run = async (
    argv: readonly string[],
    configuration: object,
    variables: Readonly<Record<string, string>>,
  ): Promise<ProgramEnd> => {
    // What one command leaves behind is no part of the next one's home.
    await rm(state, { recursive: true, force: true });
    mkdirSync(state);
    writeFileSync(path.join(state, 'openclaw.json'), JSON.stringify(configuration));
    const end = await runProgram({
      argv: [subject.command, ...argv],
      environment: { ...environment, ...variables },
      folder,
      timeoutMs: MILLISECONDS,
      ...(signal ? { signal } : {}),
    });
    signal?.throwIfAborted();
    return end;
  };
  return {
    async validate(configuration) {
      const end = await run(['config', 'validate', '--json'], configuration, {});
      const { valid, issues } = jsonIn(end, validationSchema, 'config validate');
      return { places: valid ? [] : issues.map((each) => each.path), printed: printedBy(end) };
    },
    async audit(configuration, variables = {}) {
      const end = await run(['secrets', 'audit', '--json'], configuration, variables);
      const { findings } = jsonIn(end, auditSchema, 'secrets audit');
      const unresolved = findings.filter(({ code }) => code === 'REF_UNRESOLVED');
      return { places: unresolved.map(({ jsonPath }) => jsonPath), printed: printedBy(end) };
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function printedBy({ stdout, stderr }: ProgramEnd): string {
  return `${stdout}\n${stderr}`;
}

/** @throws Error where the command printed nothing of the form: then nothing can be said of the build */
function jsonIn<T>(end: ProgramEnd, schema: z.ZodType<T>, command: string): T {
  const { data } = schema.safeParse(parsed(end.stdout.slice(end.stdout.indexOf('{'))));
  if (data) return data;
  const last = printedBy(end).trim().split('\n').at(-1) ?? '';
  throw new Error(`${command} gave no answer (exit code ${end.exitCode}): ${last.slice(0, 200)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
