import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PATHS } from '../../paths/paths.ts';

/** Writes the media that commands are given. */
export async function writeMediaFiles(folder: string): Promise<void> {
  for (const { drive } of PATHS) {
    if (drive.file) await writeFile(path.join(folder, drive.file.name), drive.file.content);
  }
}
