import { describe, expect, it } from 'vitest';
import type { JobModel } from '../../generators/axes/job-model.ts';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const profiles = [PLAIN_PROFILE];
const other = plainCase({ id: 'openai', profiles }).provider;
const value = plainCase({ id: 'google', profiles }, { otherProvider: other, jobModel: 'other-provider' });
const keyOf = (id: ProviderId) => request(sentFrom(value, ({ provider }) => provider === id));
const job = (changes: Partial<Observation>, id: ProviderId = 'openai') =>
  observation('cron-job', { model: { provider: id, id: 'model' }, requests: [keyOf(id)], ...changes });

function brokenBy(changes: Partial<Observation>, unnamed: Partial<Observation> = {}): string[] {
  const variants = { 'job-model': [job(unnamed)] };
  return judge(judged([job(changes)], { value, variants })).flatMap(({ law, fingerprint }) =>
    law === 'job-model' ? [String(fingerprint)] : [],
  );
}

describe('a job that names a model of the second provider', () => {
  it('does what it does where its agent has that model', () => {
    expect(brokenBy({})).toEqual([]);
    expect(brokenBy({ requests: [], outcome: failed('other') })).toHaveLength(1);
    expect(brokenBy({ requests: [], outcome: failed('no-credential') })).toHaveLength(1);
  });

  it('goes on with no credential of another provider after a failure that passes', () => {
    const limited = { ...keyOf('openai'), status: 429 };
    expect(brokenBy({ requests: [limited, keyOf('openai')] })).toEqual([]);
    const requests = [limited, keyOf('google')];
    expect(brokenBy({ requests })).toEqual([expect.stringContaining("another provider's credential")]);
    // A build that does so without the name, too, does not do so for the job.
    expect(brokenBy({ requests }, { requests })).toEqual([]);
  });

  it('says nothing of credentials where the build does not know the model', () => {
    expect(brokenBy({ requests: [], outcome: failed('unknown-model') })).toEqual([]);
  });
});

it.each<JobModel>(['same', 'other-model'])('a job that names a model (%s) is held against chat', (named) => {
  const cases = plainCase({ id: 'google', profiles }, { jobModel: named });
  const chat = observation('chat', { requests: [keyOf('google')] });
  const lost = job({ requests: [], outcome: failed('other') }, 'google');
  const laws = judge(judged([chat, lost], { value: cases })).map(({ law }) => law);
  expect(laws).toContain('same-failure');
});
