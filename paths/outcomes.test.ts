import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../observation/request.ts';
import { chat } from './chat.ts';
import { compaction } from './compaction.ts';
import { completion } from './completion.ts';
import { imageGeneration } from './image-generation.ts';
import { memory } from './memory.ts';
import { memoryStatus } from './memory-status.ts';
import { statusOf } from './parts/models-status.ts';
import { speech } from './speech.ts';

const ended = (stdout: string, exitCode = 0) => ({ stdout, stderr: '', exitCode, thrown: null });

const modelRequest = (status: number): WireRequest => ({
  httpVersion: '1.1',
  method: 'POST',
  host: 'api.openai.com',
  path: '/v1/responses',
  purpose: 'model',
  credentials: [],
  ownHeaders: [],
  region: null,
  awsFeatures: null,
  status,
});

describe('the end of a command', () => {
  it('is an answer where a generated thing is among the outputs', () => {
    const reply = ended(JSON.stringify({ ok: true, outputs: [{ path: 'voice.mp3' }] }));
    expect(speech.readEnd(reply, [])).toEqual({ kind: 'answer' });
  });

  it('is none where nothing was generated', () => {
    const reply = ended(JSON.stringify({ ok: true, outputs: [] }));
    expect(imageGeneration.readEnd(reply, [])).toMatchObject({ kind: 'failure' });
  });

  it('is an answer of the check of memory where its provider gave a vector', () => {
    const check = (...lines: string[]) => memoryStatus.readEnd(ended(lines.join('\n')), []);
    expect(check('Memory Search (main)', 'Embeddings: ready')).toEqual({ kind: 'answer' });
    expect(
      check('Embeddings: unavailable', 'Embeddings error: No API key found for provider "openai"'),
    ).toMatchObject({ class: 'no-credential' });
    expect(check('Embeddings: skipped')).toMatchObject({ kind: 'failure' });
  });

  it('is an answer of memory where its index was made', () => {
    expect(memory.readEnd(ended('Memory index updated (main).'), [])).toEqual({ kind: 'answer' });
    expect(memory.readEnd(ended('Memory index failed (main): 401', 1), [])).toMatchObject({
      class: 'rejected',
    });
  });

  it('is for want of a credential where a key is missing, and where no source fits the route', () => {
    const said = [
      'No API key found for provider "openai".',
      'Configured openai authentication has no compatible credential source for the selected model route.',
    ];
    for (const words of said)
      expect(chat.readEnd(ended(words, 1), [])).toMatchObject({ class: 'no-credential' });
  });

  it('is an answer of compaction where its request was answered, whatever became of the turn', () => {
    const turn = ended(JSON.stringify({ payloads: [{ text: 'OK' }] }));
    expect(compaction.readEnd(turn, [modelRequest(200)])).toEqual({ kind: 'answer' });
    expect(compaction.readEnd(turn, [modelRequest(401)])).toMatchObject({ class: 'rejected' });
    const log =
      'error=Context overflow\n[agent] auto-compaction failed for openai/x: No API key found for provider "openai".';
    expect(compaction.readEnd(ended(log), [])).toEqual({
      kind: 'failure',
      class: 'no-credential',
      message: '[agent] auto-compaction failed for openai/x: No API key found for provider "openai".',
    });
  });

  it('needs the text of the answer where there is one', () => {
    const reply = ended(JSON.stringify({ ok: true, outputs: [{ text: 'something else' }] }));
    expect(completion.readEnd(reply, [])).toMatchObject({ kind: 'failure' });
  });
});

describe('what models status says of a provider', () => {
  const said = (auth: object) => statusOf(JSON.stringify({ auth }), 'google');

  it('is missing where it is among the providers in use without credentials', () => {
    expect(said({ missingProvidersInUse: ['google'] })).toBe('missing');
  });

  it('is unclear where only its route has an issue', () => {
    const issue = { provider: 'google', kind: 'indeterminate' };
    expect(said({ missingProvidersInUse: [], modelRouteIssues: [issue] })).toBe('unclear');
  });

  it('is present otherwise, and nothing where the output cannot be read', () => {
    expect(said({ missingProvidersInUse: ['openai'] })).toBe('present');
    expect(statusOf('Error: no configuration', 'google')).toBeNull();
  });
});
