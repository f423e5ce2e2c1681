import { describe, expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const profiles = [PLAIN_PROFILE];
const other = plainCase({ id: 'openai', profiles }).provider;
const value = plainCase({ id: 'google', profiles }, { otherProvider: other, sessionModel: 'other-provider' });
const keyOf = (id: ProviderId) => request(sentFrom(value, ({ provider }) => provider === id));
const limited = (id: ProviderId) => ({ ...keyOf(id), status: 429 });
const turn = (path: PathName, changes: Partial<Observation>, id: ProviderId = 'openai') =>
  observation(path, { model: { provider: id, id: 'model' }, requests: [keyOf(id)], ...changes });

function brokenBy(
  seen: Observation,
  { unpicked, changes = {}, version = '2026.9.6' }: Partial<Options> = {},
): string[] {
  const variants = unpicked ? { 'session-model': [unpicked] } : {};
  const given = judged([seen], { value: { ...value, ...changes }, variants, version });
  return judge(given).flatMap(({ law, fingerprint }) =>
    law === 'session-model' ? [String(fingerprint)] : [],
  );
}

interface Options {
  readonly unpicked: Observation;
  readonly changes: Partial<typeof value>;
  readonly version: string;
}

describe.each<PathName>(['socket-chat', 'http-responses'])(
  'a turn for which a model is picked (%s)',
  (path) => {
    const unpicked = turn(path, {});

    it('asks it as it does where its agent has that model', () => {
      expect(brokenBy(unpicked, { unpicked })).toEqual([]);
      const refused = turn(path, { requests: [], outcome: failed('no-credential') });
      expect(brokenBy(refused, { unpicked })).toHaveLength(1);
      expect(brokenBy(turn(path, { requests: [keyOf('google')] }), { unpicked })).toContainEqual(
        expect.stringContaining("another provider's credential"),
      );
    });

    it('goes on with no credential of the agent’s provider', () => {
      const passed = turn(path, { requests: [limited('openai'), keyOf('google')] });
      expect(brokenBy(passed, { unpicked })).toEqual([
        expect.stringContaining("another provider's credential"),
      ]);
      // A build that does so without a pick, too, does not do so for the pick.
      expect(brokenBy(passed, { unpicked: passed })).toEqual([]);
    });

    it('says nothing of credentials where the build does not know the model', () => {
      const unknown = turn(path, { requests: [], outcome: failed('unknown-model') });
      expect(brokenBy(unknown, { unpicked })).toEqual([]);
    });

    it('is held to nothing where the documents of the build promise nothing of it', () => {
      const lost = turn(path, { requests: [keyOf('google')] });
      expect(brokenBy(lost, { unpicked, version: '2026.5.22' })).not.toEqual([]);
      expect(brokenBy(lost, { unpicked, version: '2026.4.24' })).toEqual([]);
    });
  },
);

describe('a session for which a model is picked', () => {
  const next = { ...keyOf('openai'), purpose: 'fallback' as const };
  const passed = (path: PathName) => turn(path, { requests: [limited('google'), next] }, 'google');
  const changes = { sessionModel: 'same', fallback: 'other-provider' } as const;

  it('sends no credential of the model to fall back on', () => {
    expect(brokenBy(passed('socket-chat'), { changes })).toEqual([
      expect.stringContaining("another provider's credential"),
    ]);
    expect(brokenBy(turn('socket-chat', {}, 'google'), { changes })).toEqual([]);
    expect(brokenBy(passed('socket-chat'), { changes: { ...changes, sessionModel: null } })).toEqual([]);
  });

  it('is not promised to be strict where a header names the model', () => {
    expect(brokenBy(passed('http-responses'), { changes })).toEqual([]);
  });
});
