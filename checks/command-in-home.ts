/** The build's own command in the home of a user, whom the suite knows nothing of. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../gateway/lanes/cli.ts';
import { runFolder } from '../gateway/run-folder.ts';
import { extensionsOf } from '../gateway/subject/plugin-mirror.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { subjectEnvironment } from '../gateway/subject/subject-environment.ts';
import { createCertificateAuthority } from '../mocks/network/certificates.ts';
import { startLoopbackServer } from '../mocks/network/loopback-server.ts';
import { writeNetworkFiles } from '../mocks/network/preload.ts';

/** More than a turn with all its retries takes. */
const COMMAND_SECONDS = 240;
let networks = 0;

/** A network of its own, and the build's command in a folder. */
export async function commandIn(
  subject: Subject,
  folder: string,
  variables: Readonly<Record<string, string>>,
) {
  networks += 1;
  const own = path.join(runFolder().folder, `network-${networks}`);
  const work = path.join(folder, 'work');
  for (const each of [work, path.join(folder, 'tmp'), own]) mkdirSync(each, { recursive: true });
  const authority = await createCertificateAuthority();
  const server = await startLoopbackServer(authority);
  const { environment: network } = writeNetworkFiles(own, server.port, authority.certificate);
  const environment = {
    PATH: runFolder().binaries,
    ...network,
    ...subjectEnvironment(subject, own),
    // A home may need any of the build's plugins.
    OPENCLAW_BUNDLED_PLUGINS_DIR: extensionsOf(subject.root),
    HOME: folder,
    TMPDIR: path.join(folder, 'tmp'),
    ...variables,
  };
  const timeoutMs = COMMAND_SECONDS * 1000;
  const run = (argv: readonly string[], input = '') => {
    const program = { argv: [...argv], environment, folder: work };
    return runCommand(subject, { ...program, input, timeoutMs });
  };
  return { run, [Symbol.asyncDispose]: () => server.close() };
}
