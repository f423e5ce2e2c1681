import { describe, expect, it } from 'vitest';
import { Fingerprint } from '../../invariants/fingerprint.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { observation } from '../../test-support/conforming.ts';
import { type Cause, causeId, causeOf } from './cause.ts';
import { causesOf } from './found-causes.ts';
import type { Ending } from './signature.ts';

const text: Ending = { repair: 'entry.apiKey.text', moves: ['chat'] };
const withoutProfiles: Ending = { repair: 'profiles', moves: ['chat', 'image'] };

function found(
  signature: readonly Ending[] | null,
  {
    law = 'same-credential' as LawId,
    family = 'google',
    paths = ['image'] as PathName[],
    observations = [] as Observation[],
  } = {},
) {
  const reference = { path: 'chat', behaviour: 'environment' } as const;
  const fingerprint = Fingerprint.of({ law, family, reference, paths, behaviour: 'profile' });
  return { law, fingerprint, signature, observations, status: 'new' as const };
}
const withCause = (finding: ReturnType<typeof found>) => ({
  ...finding,
  cause: causeOf(finding),
  known: null,
});

describe('the cause of a finding', () => {
  it('is that of another law, family and path which the same repair ends in the same place', () => {
    const ids = [
      found([text]),
      found([text], { law: 'same-failure' }),
      found([text], { family: 'anthropic' }),
      found([text], { paths: ['audio'] }),
      found([text, withoutProfiles]),
    ].map((each) => causeId(causeOf(each)!));
    expect(new Set(ids).size).toBe(1);
  });

  it('names a part of the entry, and not the whole beside it', () => {
    const part = { repair: 'entry.apiKey', moves: ['audio'] } as const;
    const [without, withWhole] = [[], [{ repair: 'entry', moves: ['audio'] } as const]].map((more) =>
      causeOf(found([part, withoutProfiles, ...more].map((each) => ({ ...each, moves: ['audio'] })))),
    );
    expect(withWhole).toEqual(without);
  });

  it('is another one where another repair ends it, or it lies elsewhere', () => {
    const ids = [
      found([text]),
      found([{ ...text, moves: ['image'] }]),
      found([text, { repair: 'plain', moves: ['chat'] }]),
      found([{ repair: 'order', moves: ['chat'] }]),
      found([withoutProfiles]),
    ].map((each) => causeId(causeOf(each)!));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lies where every repair moves a path, and is one for paths that always share code', () => {
    expect(causeOf(found([text, { repair: 'order', moves: ['image', 'chat'] }]))!.paths).toEqual(['chat']);
    const [audio, video] = (['audio', 'video'] as const).map((path) =>
      causeOf(found([{ ...text, moves: [path] }])),
    );
    expect(video).toEqual(audio);
    const [chat, both] = [[], ['probe'] as const].map((more) =>
      causeOf(found([{ ...text, moves: ['chat', ...more] }])),
    );
    expect(both).toEqual(chat);
    expect(causeOf(found([{ ...text, moves: [] }]))!.paths).toEqual(['image']);
  });

  it('that no repair ends is told by what deviates, with the reason of a failure and without the family', () => {
    const message = 'No API key found for provider "google". Auth store: ~/a';
    const failed = observation('image', {
      outcome: { kind: 'failure', class: 'no-credential', message },
    });
    const cause = causeOf(found([], { observations: [failed] }))!;
    expect(cause).toEqual({
      repairs: [],
      paths: ['image'],
      deviation: 'same-credential | environment | profile | No API key found for provider <name>',
    });
    expect(causeOf(found([], { family: 'openai', observations: [failed] }))).toEqual(cause);
  });

  it('is not known where no repair was tried', () => {
    expect(causeOf(found(null))).toBeNull();
  });

  it('keeps its id: baselines name it', () => {
    const cause: Cause = { repairs: ['entry.apiKey.text'], paths: ['chat'], deviation: null };
    expect(causeId(cause)).toMatchInlineSnapshot(`"3aaa9a78"`);
  });
});

describe('the causes of a run', () => {
  it('stand worst first, then by their findings, each finding in one', () => {
    const order: Ending = { repair: 'order', moves: ['chat'] };
    const findings = [
      found([order], { law: 'same-failure' }),
      found([text]),
      found([{ repair: 'entry.baseUrl', moves: ['chat'] }], { law: 'no-egress' }),
      found([text], { family: 'openai', law: 'same-failure' }),
      found(null),
    ].map(withCause);
    const causes = causesOf(findings);
    expect(causes.map(({ repairs, harm }) => [repairs[0], harm])).toEqual([
      ['entry.baseUrl', 'secret to another host'],
      ['entry.apiKey.text', 'another credential'],
      ['order', 'call fails'],
    ]);
    expect(causes.flatMap((each) => each.findings)).toHaveLength(4);
    expect(causesOf(findings.toReversed()).map(({ id }) => id)).toEqual(causes.map(({ id }) => id));
  });

  it('are known where all their findings are', () => {
    const known = { ...withCause(found([text])), status: 'known' as const };
    expect(causesOf([known])).toMatchObject([{ status: 'known' }]);
    const fresh = withCause(found([text], { family: 'openai' }));
    expect(causesOf([known, fresh])).toMatchObject([{ status: 'new' }]);
  });
});
