/** Asks the AWS SDK itself, on the files and variables of a case, which credentials its default chain selects. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { Credential } from '../observation.ts';
import type { recordNetwork } from '../observe/network-record.ts';

/** TypeScript in a checkout, JavaScript in the package. */
const CALL = fileURLToPath(new URL(`./bedrock-call${path.extname(import.meta.url)}`, import.meta.url));
const SECONDS = 60;

/**
 * @param environment the whole environment of the process; its NODE_OPTIONS load the redirect
 * @param record what reaches the network meanwhile
 * @returns the credentials of the request that it sends; none where it sends no request
 */
export async function awsDefaultChain(
  model: string,
  environment: Readonly<Record<string, string>>,
  folder: string,
  record: ReturnType<typeof recordNetwork>,
): Promise<Credential[]> {
  const { timedOut } = await execa(process.execPath, ['--disable-warning=ExperimentalWarning', CALL, model], {
    cwd: folder,
    env: environment,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    timeout: SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  const { requests } = record.stop();
  if (timedOut)
    throw new Error(`The AWS SDK did not answer in ${SECONDS} s: the oracle of Bedrock is broken.`);
  return requests.find(({ purpose }) => purpose === 'model')?.credentials ?? [];
}
