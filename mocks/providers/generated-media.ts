/** The pictures, voices and films that stubs answer with: the smallest that every build accepts. */

/** A PNG of eight by eight pixels, as base64. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAFklEQVR42mNk+M/wn4ECwDhqwKgBAAB2GQf5Z7xKJwAAAABJRU5ErkJggg==';

const silence = Buffer.alloc(4096);

/** Samples without a header, as base64. */
export const PCM = silence.toString('base64');

/** A film as base64: builds keep it as it comes. */
export const FILM = PCM;

/** The same as hexadecimal text. */
export const HEXADECIMAL = silence.toString('hex');

export function audio(): Response {
  return new Response(silence, { headers: { 'content-type': 'audio/mpeg' } });
}

/** A film of no frames: builds keep it as it comes. */
export function video(): Response {
  return new Response(silence, { headers: { 'content-type': 'video/mp4' } });
}
