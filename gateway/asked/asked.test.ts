import { describe, expect, it } from 'vitest';
import { type Case, caseSchema } from '../../generators/case.ts';
import { PLAIN_PROFILE } from '../../generators/plain-case.ts';
import { pathOf } from '../../paths/paths.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';
import { askedOf, shellLine } from './asked.ts';

const value = caseSchema.parse({
  schemaVersion: 1,
  provider: { id: 'google', environment: 'live', profiles: [], order: null, entry: null },
  media: 'same',
  otherProvider: null,
});
const line = (name: 'embedding' | 'image-generation' | 'speech', automatic = false) => {
  const path = pathOf(name);
  return shellLine(
    path,
    askedOf(
      { ...value, mediaSelection: automatic ? 'automatic' : 'entries' },
      path,
      'google',
      DEFAULT_TARGET,
    ),
  );
};

describe('a command line', () => {
  it('names the model of a path that has one of its own', () => {
    expect(line('speech')).toBe(
      'openclaw infer tts convert --local --model google/gemini-2.5-flash-preview-tts --text "Reply with OK." --json',
    );
  });

  it('names none where OpenClaw is to choose', () => {
    expect(line('image-generation', true)).toBe(
      'openclaw infer image generate --prompt "Reply with OK." --json',
    );
  });

  it('gives the model to the call of a tool where nothing else names it', () => {
    const named = (name: 'image-tool' | 'pdf-tool' | 'chat', mediaSelection: Case['mediaSelection']) =>
      askedOf({ ...value, mediaSelection }, pathOf(name), 'google', DEFAULT_TARGET).namedModel;
    expect(named('image-tool', 'command')).toBe('google/gemini-2.5-flash');
    expect(named('pdf-tool', 'command')).toBe('google/gemini-2.5-flash');
    expect(named('image-tool', 'image-model')).toBeUndefined();
    expect(named('image-tool', 'entries')).toBeUndefined();
    expect(named('chat', 'command')).toBeUndefined();
    const call = pathOf('pdf-tool').turn?.call('/workspace', 'google/gemini-2.5-pro');
    expect(call?.arguments).toMatchObject({ model: 'google/gemini-2.5-pro' });
  });

  it('names the model of a scheduled job in the job, where the job names one', () => {
    const job = (changes: Partial<Case>) => {
      const path = pathOf('cron-job');
      const other = { ...value, provider: { ...value.provider, id: 'openai' as const } };
      const scheduled = { ...value, otherProvider: other.provider, ...changes };
      return shellLine(path, askedOf(scheduled, path, 'google', DEFAULT_TARGET));
    };
    expect(job({})).not.toContain('gemini');
    expect(job({ jobModel: 'same' })).toContain('google/gemini-2.5-flash');
    expect(job({ jobModel: 'other-model' })).toContain('google/gemini-2.5-pro');
    expect(job({ jobModel: 'other-provider' })).toContain('openai/gpt-5.4');
    // Whether a profile that chat's model names counts for the job, no document says.
    const profiles = [PLAIN_PROFILE];
    const named = { jobModel: 'same', chatProfile: 'a', provider: { ...value.provider, profiles } } as const;
    expect(job(named)).not.toContain('gemini');
  });

  it('names the supplier of embeddings as the command does, which never chooses', () => {
    expect(line('embedding', true)).toContain('--model gemini/gemini-embedding-001');
  });
});
