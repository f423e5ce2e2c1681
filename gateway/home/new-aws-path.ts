/** Another name of a home's `~/.aws`. */
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Case } from '../../generators/case.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import type { Home } from './home.ts';

function usesAwsFiles(value: Case): boolean {
  return setupsOf(value).some(({ aws }) => aws !== null && aws.sources.length > 0);
}

/**
 * The AWS SDK remembers shared files by their path for as long as a process lives, so a warm one whose homes all lie in
 * one place is given another name of `~/.aws` each time. The real command reads `~/.aws`.
 *
 * @param link the name, which must not be there yet
 */
export async function withNewAwsPath(value: Case, home: Home, link: string): Promise<Home> {
  if (!usesAwsFiles(value)) return home;
  await symlink(path.join(home.folder, '.aws'), link);
  const environment = {
    ...home.environment,
    AWS_CONFIG_FILE: path.join(link, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(link, 'credentials'),
  };
  return { ...home, environment };
}
