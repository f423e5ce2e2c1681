/** The message to a kept helper that a command takes: the environment and folder that its own start would have given it. */
import { z } from 'zod';

export const leaseSchema = z.object({
  /** Counts the leases of one helper. */
  lease: z.number(),
  environment: z.record(z.string(), z.string()),
  /** The working directory; null: the one of the process, which a thread shares. */
  folder: z.string().nullable(),
});
export type Lease = z.infer<typeof leaseSchema>;

/** Puts this process, or thread, where the lease says. Nothing of an earlier lease stays in its environment. */
export function enter({ environment, folder }: Pick<Lease, 'environment' | 'folder'>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  if (folder !== null) process.chdir(folder);
}

/** An environment without the variables that are not set. */
export function setVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
