/** The workspace of an agent: the folder in which its turns work. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnyPath, PATHS } from '../../paths/paths.ts';

/**
 * Writes the files that paths work on, and settings of the session. A turn finds what its parts work on; what another path
 * needs is there for that path alone.
 *
 * @param run the paths that are run in it
 */
export async function writeWorkspace(
  workspace: string,
  run: readonly AnyPath[],
  session: object | null,
): Promise<void> {
  await mkdir(workspace, { recursive: true });
  const paths = PATHS.filter((each) => each.turn !== null || run.includes(each));
  const files: Readonly<Record<string, string | Buffer>> = Object.assign(
    {},
    ...paths.map(({ needs }) => needs.workspace),
  );
  // A file that the user has there keeps its text.
  for (const [name, content] of Object.entries(files))
    await writeFile(path.join(workspace, name), content, { flag: 'a' });
  if (!session) return;
  await mkdir(path.join(workspace, '.openclaw'), { recursive: true });
  await writeFile(path.join(workspace, '.openclaw', 'settings.json'), JSON.stringify(session));
}
