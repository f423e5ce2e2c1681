/** The OpenClaw versions on npm. */
import { execa } from 'execa';
import { z } from 'zod';
import { BadInput } from '../../support/bad-input.ts';
import { parseJson } from '../../support/read-json.ts';
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
  const { data } = z.array(z.string()).safeParse(parseJson(stdout, 'The answer of npm'));
  if (!data) throw new BadInput('npm answers with no list of the versions of openclaw. Check its registry.');
  return data
    .filter((version) => isVersion(version) && (withBetas || !version.includes('beta')))
    .sort(compareVersions);
}
