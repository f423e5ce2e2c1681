/** Another name of a home's `~/.aws`. */
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Home } from './home.ts';

/**
 * The AWS SDK remembers shared files by their path for as long as a process lives, so a warm one whose homes all lie in
 * one place is given another name of `~/.aws` each time. The real command reads `~/.aws`.
 *
 * @param link the name, which must not be there yet
 */
export async function withNewAwsPath(home: Home, link: string): Promise<Home> {
  await symlink(path.join(home.folder, '.aws'), link);
  const environment = {
    ...home.environment,
    AWS_CONFIG_FILE: path.join(link, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(link, 'credentials'),
  };
  return { ...home, environment };
}
