import { describe, expect, it } from 'vitest';
import { Fingerprint } from '../../invariants/fingerprint.ts';
import { emptyObservation, type Observation } from '../../observation/observation.ts';
import { homeCaseOf } from '../../test-support/home-case-of.ts';
import { standIn } from '../../test-support/stand-in.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { caseFileSchema } from './case-file.ts';
import { replayHomes } from './promoted-homes.ts';

const text = 'named-path-answers | custom | chat: answer | image: unknown-model';
const fingerprint = Fingerprint.parse(text)!;
const value = homeCaseOf({
  writtenBy: '2026.4.24',
  files: [
    {
      path: '.openclaw/openclaw.json',
      as: 'json',
      content: {
        agents: { defaults: { model: 'acme/large' } },
        models: { providers: { acme: { baseUrl: 'https://acme.example/v1', api: 'openai-completions' } } },
      },
    },
  ],
  asked: { model: null, agent: null, failing: ['image'] },
});
const home = {
  file: 'cases/acme.json',
  saved: caseFileSchema.parse({
    schemaVersion: 1,
    claim: { law: 'named-path-answers', paths: ['chat', 'image'], fingerprint: text },
    seenOn: ['2026.4.21'],
    case: value,
  }),
};

/** A build whose image path ends as it is told to. */
function build(image: Observation['outcome']): Evaluator {
  const observed = (path: 'chat' | 'image', outcome: Observation['outcome']): Observation => ({
    ...emptyObservation(path, 'embedded', { provider: 'acme', id: 'large' }),
    outcome,
  });
  const all = [observed('chat', { kind: 'answer' }), observed('image', image)];
  const observe = () => async () => all;
  return { ...standIn(() => null), worker: () => ({ warm: observe, fresh: observe }) };
}

const unknown = { kind: 'failure', class: 'unknown-model', message: 'Unknown model' } as const;
const plan = { lane: 'embedded', shard: null } as const;

describe('a promoted home', () => {
  it('that shows its claim is new, unless the baseline accepts it', async () => {
    const shown = await replayHomes(build(unknown), [home], plan, []);
    expect(shown.homes).toMatchObject([{ file: 'cases/acme.json', status: 'new' }]);
    const accepted = await replayHomes(build(unknown), [home], plan, [fingerprint]);
    expect(accepted.homes).toMatchObject([{ status: 'known' }]);
  });

  it('that shows it no longer conforms, and one that cannot be tested is left out by name', async () => {
    expect((await replayHomes(build({ kind: 'answer' }), [home], plan, [])).homes).toMatchObject([
      { status: 'conforms' },
    ]);
    const crashed = { kind: 'failure', class: 'crashed', message: 'gone' } as const;
    const { homes, leftOut } = await replayHomes(build(crashed), [home], plan, []);
    expect(homes).toEqual([]);
    expect(leftOut).toMatchObject([{ what: 'cases/acme.json' }]);
  });

  it('is run by one shard', async () => {
    const other = { lane: 'embedded', shard: { index: 2, count: 2 } } as const;
    expect((await replayHomes(build(unknown), [home], other, [])).homes).toEqual([]);
  });
});
