/** The OpenClaw versions on npm. */
import { execa } from 'execa';
import { z } from 'zod';
import { BadInput } from '../../support/bad-input.ts';
import { compareVersions, isVersion } from './version.ts';

/**
 * In order of release.
 *
 * @throws BadInput when npm cannot be asked.
 */
export async function publishedVersions(withBetas: boolean): Promise<string[]> {
  const { stdout, failed } = await execa(
    'npm',
    ['view', 'openclaw', 'versions', '--json', '--loglevel=error'],
    {
      stdin: 'ignore',
      reject: false,
    },
  );
  if (failed) throw new BadInput('npm does not answer with the versions of openclaw. Check the network.');
  return z
    .array(z.string())
    .parse(JSON.parse(stdout))
    .filter((version) => isVersion(version) && (withBetas || !version.includes('beta')))
    .sort(compareVersions);
}
