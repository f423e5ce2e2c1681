import { expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const key = { source: 'exec', holds: 'live', shape: 'plain' } as const;
const searching = (id: ProviderId, holds: 'live' | 'nothing' = 'live') =>
  plainCase({ id }, { searchKey: { ...key, holds } });

function broken(value: ReturnType<typeof searching>, end: Parameters<typeof observation>[1]) {
  const model = { provider: value.provider.id, id: 'model' };
  const seen = ['web-search', 'search-tool'] as const;
  return judge(
    judged(
      seen.map((path) => observation(path, { ...end, model })),
      { value },
    ),
  )
    .filter(({ law }) => law === 'explicit-choice')
    .flatMap(({ paths }) => paths);
}

const wanting = { requests: [], outcome: failed('no-credential') };

it('a search that has a key of its own does not end for want of one', () => {
  expect(broken(searching('moonshot'), wanting)).toEqual(['web-search', 'search-tool']);
  expect(broken(searching('xai'), { ...wanting, outcome: failed('nothing-selected') })).toHaveLength(2);
});

it('a search that sends something, that ended otherwise, or whose key is not there, breaks nothing', () => {
  const value = searching('moonshot');
  expect(
    broken(value, { requests: [request(sentFrom(value, ({ holder }) => holder === 'search'))] }),
  ).toEqual([]);
  expect(broken(value, { ...wanting, outcome: failed('rejected') })).toEqual([]);
  expect(broken(searching('moonshot', 'nothing'), wanting)).toEqual([]);
});
