/** The media that the commands are given: the smallest that every build accepts. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from '../../mocks/providers/generated-media.ts';
import type { MediaFiles } from '../paths/command-line.ts';

/** Audio under 1024 bytes is skipped as too small (auth-contract.md 5.2). */
const SILENCE = Buffer.alloc(4096, 1);

export async function writeMediaFiles(folder: string): Promise<MediaFiles> {
  const files = {
    image: path.join(folder, 'photo.png'),
    audio: path.join(folder, 'voice.wav'),
    video: path.join(folder, 'clip.mp4'),
  };
  await writeFile(files.image, Buffer.from(PNG, 'base64'));
  await writeFile(files.audio, SILENCE);
  await writeFile(files.video, SILENCE);
  return files;
}
