/** Asks the AWS SDK itself, on the files and variables of a case, which credentials its default chain selects. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { Credential } from '../../observation/credential.ts';
import { variablesOf } from '../home/environment.ts';
import type { Home } from '../home/home.ts';
import { runProgram } from '../lanes/run-program.ts';
import type { NetworkRecorder } from '../observe/network-record.ts';

/** TypeScript in a checkout, JavaScript in the package. */
const CALL = fileURLToPath(new URL(`./bedrock-call${path.extname(import.meta.url)}`, import.meta.url));
const SECONDS = 60;

/** The files and variables that the SDK finds in a run. */
export interface ChainSetup {
  /** The variables of every process of the run; its NODE_OPTIONS load the redirect. */
  readonly base: Readonly<Record<string, string>>;
  readonly canaries: readonly Canary[];
  readonly home: Home;
  /** Ends the SDK's process at once. */
  readonly closing: AbortSignal;
}

/**
 * @param record receives the requests that reach the network meanwhile
 * @returns the credentials of the request that it sends; none where it sends no request
 * @throws the reason of `closing`; Error when the SDK crashes or does not answer in time
 */
export async function awsDefaultChain(
  model: string,
  { base, canaries, home, closing }: ChainSetup,
  record: NetworkRecorder,
): Promise<Credential[]> {
  const environment = chainEnvironment(base, canaries, home.environment);
  const { timedOut, exitCode, stderr } = await runProgram({
    argv: ['--disable-warning=ExperimentalWarning', CALL, model],
    environment,
    folder: home.work,
    timeoutMs: SECONDS * 1000,
    signal: closing,
  });
  const { requests } = record.stop();
  closing.throwIfAborted();
  if (timedOut || exitCode !== 0) {
    const end = timedOut ? `did not answer in ${SECONDS} s` : `ended with ${exitCode}: ${stderr.trim()}`;
    throw new Error(`The AWS SDK ${end}: the oracle of Bedrock is broken.`);
  }
  return requests.find(({ purpose }) => purpose === 'model')?.credentials ?? [];
}

/** The variables of the SDK's process: those that OpenClaw sets where the process does not (openclaw@2026.9.6:docs/help/environment.md), too. */
export function chainEnvironment(
  base: ChainSetup['base'],
  canaries: readonly Canary[],
  own: Home['environment'],
): Record<string, string> {
  return {
    ...base,
    // The client needs a region; the chain of credentials does not depend on which.
    AWS_REGION: 'us-east-1',
    // Both forms of the configuration mean the same.
    ...variablesOf('config', canaries),
    ...variablesOf('config-short', canaries),
    ...variablesOf('state', canaries),
    ...own,
  };
}
