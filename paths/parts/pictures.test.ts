import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { picture } from './pictures.ts';

/** A request with a square of one shade, written as JPEG of a quality. */
function withJpeg(shade: number, quality: number): string {
  const [width, height] = [20, 20];
  const data = Buffer.alloc(4 * width * height, shade);
  const written = jpeg.encode({ width, height, data }, quality).data.toString('base64');
  return JSON.stringify({ parts: [{ text: 'Look.' }, { inlineData: { data: written } }] });
}

describe('a picture of one shade', () => {
  it('is in a request with its bytes, and not in one with those of another', () => {
    const body = JSON.stringify({ url: `data:image/png;base64,${picture(80).content.toString('base64')}` });
    expect(picture(80).isIn(body)).toBe(true);
    expect(picture(120).isIn(body)).toBe(false);
  });

  it.each([60, 85, 95])('is in a request when a build wrote it anew as JPEG of quality %i', (quality) => {
    for (const shade of [40, 60, 80, 120, 160, 200, 240]) {
      expect(picture(shade).isIn(withJpeg(shade, quality))).toBe(true);
      expect(picture(shade === 240 ? 200 : shade + 20).isIn(withJpeg(shade, quality))).toBe(false);
    }
  });

  it('is not in a request with something that only begins like a JPEG', () => {
    expect(picture(80).isIn('{"data":"/9j/4AAQSkZJRgABAQ=="}')).toBe(false);
  });
});
