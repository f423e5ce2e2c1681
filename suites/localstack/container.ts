/**
 * One LocalStack container for a whole run, and the three states that Docker can be in.
 *
 * Testcontainers' reaper removes the container of a killed run at once, where the engine has the reaper's image. Where it has
 * not, nothing is pulled: the label of a container says which process started it, and the next run removes it.
 */
import { LocalstackContainer } from '@testcontainers/localstack';
import { type ContainerRuntimeClient, getContainerRuntimeClient, ImageName } from 'testcontainers';
import { isAlive } from '../../support/is-alive.ts';

/** The last release that needs no account. */
const DEFAULT_IMAGE = 'localstack/localstack:4.14.0';
/** The reaper of testcontainers 12.1.0, which does not export its name. */
const REAPER_IMAGE = 'testcontainers/ryuk:0.14.0';
const LABEL = 'openclaw-auth-conformance.runner';

export type DockerState =
  | { readonly kind: 'working' }
  | { readonly kind: 'no engine' | 'no image'; readonly message: string };

function localStackImage(): string {
  return process.env.LOCALSTACK_IMAGE ?? DEFAULT_IMAGE;
}

/** Whether the lane can run here, and if not, what is missing and how to get it. */
export async function dockerState(): Promise<DockerState> {
  const client = await engine();
  if (!client) {
    const message =
      'no Docker engine answers. Start one (on Debian: apt-get install docker.io, then dockerd), or set DOCKER_HOST.';
    return { kind: 'no engine', message };
  }
  const image = localStackImage();
  if (await client.image.exists(ImageName.fromString(image))) return { kind: 'working' };
  const message = `the Docker engine has no image ${image}. Run docker pull ${image}, or set LOCALSTACK_IMAGE to one that is there.`;
  return { kind: 'no image', message };
}

export interface LocalStack {
  /** `http://host:port`. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

export async function startLocalStack(): Promise<LocalStack> {
  if (!(await hasReaper())) process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  const token = process.env.LOCALSTACK_AUTH_TOKEN;
  const container = await new LocalstackContainer(localStackImage())
    .withEnvironment({ SERVICES: 'sts,iam', ...(token ? { LOCALSTACK_AUTH_TOKEN: token } : {}) })
    .withLabels({ [LABEL]: String(process.pid) })
    .start();
  return {
    endpoint: container.getConnectionUri(),
    async stop() {
      await container.stop({ timeout: 0 });
    },
  };
}

/**
 * Removes containers whose runner is gone.
 *
 * @returns how many there were
 */
export async function removeStaleContainers(): Promise<number> {
  const client = await engine();
  if (!client) return 0;
  const stale = (await client.container.list()).filter(({ Labels }) => {
    const runner = Labels[LABEL];
    return runner !== undefined && !isAlive(Number(runner));
  });
  for (const { Id } of stale) await client.container.getById(Id).remove({ force: true, v: true });
  return stale.length;
}

async function hasReaper(): Promise<boolean> {
  const client = await engine();
  const image = process.env.RYUK_CONTAINER_IMAGE ?? REAPER_IMAGE;
  return client !== null && (await client.image.exists(ImageName.fromString(image)));
}

/** Null where no engine answers. */
async function engine(): Promise<ContainerRuntimeClient | null> {
  try {
    return await getContainerRuntimeClient();
  } catch {
    return null;
  }
}
