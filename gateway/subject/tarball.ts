/** A tarball, looked into before npm unpacks it and all that it needs. */
import path from 'node:path';
import { list } from 'tar';
import { BadInput } from '../../support/bad-input.ts';
import { fileProblem } from '../../support/file-error.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { parseJson } from '../../support/read-json.ts';
import { filesOfPackage, packageSchema } from './package-manifest.ts';

const MANIFEST = 'package/package.json';

/** @throws BadInput when it is not that of an OpenClaw build */
export async function checkTarball(file: string): Promise<void> {
  const names = new Set<string>();
  let manifest: string | null = null;
  try {
    await list({
      file,
      strict: true,
      onReadEntry(entry) {
        names.add(path.posix.normalize(entry.path));
        if (entry.path !== MANIFEST) return;
        const chunks: Buffer[] = [];
        entry.on('data', (chunk) => chunks.push(chunk));
        entry.on('end', () => {
          manifest = Buffer.concat(chunks).toString('utf8');
        });
      },
    });
  } catch (error) {
    const reason = fileProblem(error) ?? 'it is damaged, or no tarball';
    throw new BadInput(`${file} cannot be read: ${reason}. Pack the build again (npm pack).`);
  }
  if (manifest === null)
    throw new BadInput(`${file} has no ${MANIFEST}. Give what "npm pack" makes of OpenClaw.`);
  const { data, error } = packageSchema.safeParse(parseJson(manifest, `${MANIFEST} in ${file}`));
  if (!data)
    throw new BadInput(`${file} is not of an OpenClaw build: ${firstIssue(error)}. Give another .tgz.`);
  const isWhole = Object.values(filesOfPackage(data)).every((name) =>
    names.has(path.posix.join('package', name)),
  );
  if (!isWhole)
    throw new BadInput(
      `${file} lacks files that its package.json names. Build the checkout first (pnpm build).`,
    );
}
