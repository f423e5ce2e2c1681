import { describe, expect, it } from 'vitest';
import { transcribed } from './transcription.ts';

const asks = (body: string | FormData) =>
  transcribed(new Request('https://api.example.com/v1/audio/transcriptions', { method: 'POST', body }));
const form = (fields: Record<string, string | Blob>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const file = new Blob(['RIFF']);

describe('a transcription', () => {
  it('is made of a file by a model that is named', async () => {
    expect((await asks(form({ file, model: 'm' }))).status).toBe(200);
    expect((await asks(JSON.stringify({ model: 'm', input_audio: {} }))).status).toBe(200);
  });

  it.each([
    ['a model', form({ file })],
    ['a file', form({ model: 'm' })],
    ['a form', '[object FormData]'],
  ])('is refused without %s', async (_, body) => {
    expect((await asks(body)).status).toBe(400);
  });
});
