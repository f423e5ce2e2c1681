/** Laws that run a variant of the case, which promises the same. */
import { describe, expect, it } from 'vitest';
import { PLAIN_SUBSCRIPTION } from '../../generators/plain-case.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, judged, observation, value } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';
import { cooldown } from './cooldown.ts';
import { irrelevantChange } from './irrelevant-change.ts';
import { isolation } from './isolation.ts';
import { jobModel } from './job-model.ts';
import { modelAlias } from './model-alias.ts';
import { sessionModel } from './session-model.ts';

describe('a law with a variant', () => {
  it.each([
    'isolation',
    'irrelevant-change',
    'model-alias',
    'job-model',
    'session-model',
    'cooldown',
  ] as const)('%s fails when the variant ends otherwise', (law) => {
    const observations = [observation('chat')];
    const variants = { [law]: [observation('chat', { requests: [], outcome: failed('no-credential') })] };
    expect(judge(judged(observations, { variants }))).toMatchObject([{ law }]);
  });

  it('is about what is sent first, not the end, where both may have fallen back on another model', () => {
    const brokenBetween = (one: Partial<Observation>, other: Partial<Observation>) =>
      judge(
        judged([observation('chat', one)], {
          value: { ...value, fallback: 'other-provider' },
          variants: { isolation: [observation('chat', other)] },
        }),
      ).filter(({ law }) => law === 'isolation').length;
    const sentNothing = { requests: [] };
    const failing = { requests: [], outcome: failed('no-credential') };
    expect(brokenBetween(sentNothing, failing)).toBe(0);
    expect(brokenBetween({}, failing)).toBe(1);
    expect(brokenBetween(failing, {})).toBe(1);
  });

  it('irrelevant-change asks for the same case with its secrets as plain text', () => {
    const reference = structuredClone(value);
    reference.provider.profiles[0]!.secret.source = 'exec';
    expect(irrelevantChange.variant?.(reference)).toEqual(value);
    expect(irrelevantChange.variant?.(value)).toEqual(value);
  });

  it('irrelevant-change leaves a reference to blanks alone: it fails closed, and blanks as text are as none', () => {
    const blank = structuredClone(value);
    Object.assign(blank.provider.profiles[0]!.secret, { source: 'file', shape: 'blank' });
    expect(irrelevantChange.variant?.(blank)).toEqual(blank);
  });

  it('irrelevant-change leaves references of misnamed records alone: the misnamed field is that of text', () => {
    const misnamed = { ...structuredClone(value), profileRecord: 'misnamed' as const };
    misnamed.provider.profiles[0]!.secret.source = 'exec';
    expect(irrelevantChange.variant?.(misnamed)).toEqual(misnamed);
    expect(irrelevantChange.variant?.({ ...misnamed, profileRecord: 'flat' })).not.toEqual(misnamed);
  });

  it('model-alias asks for the same case with the full name, on the paths that resolve the model of chat', () => {
    expect(modelAlias.variant?.({ ...value, modelName: 'alias' })).toEqual(value);
    expect(modelAlias.variantPaths).toEqual(
      expect.arrayContaining(['chat', 'completion', 'compaction', 'probe']),
    );
    expect(modelAlias.variantPaths).not.toContain('image');
  });

  it('job-model asks for a job that names none, of an agent with a model of the provider that the job named', () => {
    const other = { ...value.provider, id: 'openai' as const };
    const both = { ...value, otherProvider: other };
    expect(jobModel.variant?.({ ...both, jobModel: 'same' })).toEqual(both);
    expect(jobModel.variant?.({ ...both, jobModel: 'other-model' })).toEqual(both);
    const swapped = { ...both, provider: other, otherProvider: value.provider };
    const named = { ...both, jobModel: 'other-provider' } as const;
    expect(jobModel.variant?.(named)).toEqual(swapped);
    // A fallback of chat would be another one there.
    const falling = { ...named, fallback: 'other-model' } as const;
    expect(jobModel.variant?.(falling)).toEqual(falling);
    expect(jobModel.variant?.(both)).toEqual(both);
    expect(jobModel.variantPaths).toEqual(['cron-job']);
  });

  it('session-model asks for a turn for which no model is picked, of an agent with a model of the provider of the one that was', () => {
    const other = { ...value.provider, id: 'openai' as const };
    const both = { ...value, otherProvider: other };
    expect(sessionModel.variant?.({ ...both, sessionModel: 'other-model' })).toEqual(both);
    const named = { ...both, sessionModel: 'other-provider' } as const;
    const swapped = { ...both, provider: other, otherProvider: value.provider };
    expect(sessionModel.variant?.(named)).toEqual(swapped);
    // The agent's model may fall back, and the picked one may not.
    const falling = { ...both, sessionModel: 'same', fallback: 'other-model' } as const;
    expect(sessionModel.variant?.(falling)).toEqual(falling);
    expect(sessionModel.variantPaths).toEqual(['http-responses', 'socket-chat']);
    // A model with a choice of runtimes is told its own where it is picked, which tells keys and subscriptions apart.
    const login = { ...other, profiles: [PLAIN_SUBSCRIPTION] };
    const sold = { ...both, otherProvider: login, sessionModel: 'other-provider' } as const;
    expect(sessionModel.variant?.(sold)).toEqual(sold);
  });

  it('cooldown asks for the same case without those that are over, and none of another provider', () => {
    const cooled = (state: 'active' | 'over') => ({
      ...value.provider,
      profiles: value.provider.profiles.map((profile) => ({ ...profile, cooldown: state })),
    });
    const other = { ...value.provider, id: 'openai' as const };
    const both = { ...value, provider: cooled('over'), otherProvider: { ...cooled('active'), id: other.id } };
    expect(cooldown.variant?.(both)).toEqual({ ...value, otherProvider: other });
    const active = { ...value, provider: cooled('active') };
    expect(cooldown.variant?.(active)).toEqual(active);
  });

  it('isolation asks for the same case without its second provider', () => {
    const other = { ...value.provider, id: 'openai' as const };
    expect(isolation.variant?.({ ...value, otherProvider: other })).toEqual(value);
    expect(isolation.variant?.(value)).toEqual(value);
    expect(isolation.variant?.({ ...value, strangeKey: 'skill' })).toEqual(value);
  });
});
