/** Pictures that come in with a turn: each unlike the others, so that a request shows which one it brings. */
import { crc32, deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';

const SIZE = 32;

/** A square of one shade, as PNG, and how a request shows that it brings it. */
export interface Picture {
  readonly content: Buffer;
  /** Whether a request has it: as it is, or written anew as JPEG, as builds do with a picture that they shrink. */
  isIn(body: string): boolean;
}

/** The difference of shades that JPEG makes; pictures are further apart. */
const LOSS = 6;
const JPEG_IN_BASE64 = /\/9j\/[A-Za-z0-9+/]+=*/g;

export function picture(shade: number): Picture {
  const content = pngOf(shade);
  const text = content.toString('base64');
  return {
    content,
    isIn: (body) =>
      body.includes(text) ||
      [...body.matchAll(JPEG_IN_BASE64)].some(([found]) => {
        const seen = shadeOf(found);
        return seen !== null && Math.abs(seen - shade) <= LOSS;
      }),
  };
}

/** The shade in the middle of a JPEG; null: it is none. */
function shadeOf(base64: string): number | null {
  try {
    const { width, height, data } = jpeg.decode(Buffer.from(base64, 'base64'));
    return data[4 * (Math.floor(height / 2) * width + Math.floor(width / 2))] ?? null;
  } catch {
    return null;
  }
}

function pngOf(shade: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  // Eight bits of grey.
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(SIZE * (SIZE + 1), shade);
  for (let row = 0; row < SIZE; row++) rows[row * (SIZE + 1)] = 0;
  const parts = [part('IHDR', header), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function part(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
