import { describe, expect, it } from 'vitest';
import { configurationOf } from '../../home-case/configuration.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { Fingerprint } from '../../invariants/fingerprint.ts';
import { emptyObservation, type Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { at } from '../../support/json-path.ts';
import { configuredHome } from '../../test-support/configured-home.ts';
import { homeShows } from './home-shows.ts';

const home = (more: object, model = 'acme/large'): HomeCase =>
  configuredHome(
    {
      agents: { defaults: { model } },
      models: { providers: { acme: { baseUrl: 'https://acme.example/v1', ...more } } },
    },
    ['image'],
  );
const claim = {
  law: 'named-path-answers' as const,
  paths: ['chat', 'image'] as PathName[],
  fingerprint: Fingerprint.parse('named-path-answers | custom | chat: answer | image: rejected')!,
};

/** A build that rejects image where the entry has headers, and counts the paths that it ran. */
function build() {
  const ran: PathName[] = [];
  const observe = async (value: unknown, paths: readonly PathName[]): Promise<Observation[]> =>
    paths.map((path) => {
      ran.push(path);
      const hasHeaders =
        at(configurationOf(value as HomeCase), 'models.providers.acme.headers') !== undefined;
      const isRejected = path === 'image' && hasHeaders;
      const rejected = { kind: 'failure', class: 'rejected', message: '401' } as const;
      const outcome: Observation['outcome'] = isRejected ? rejected : { kind: 'answer' };
      return { ...emptyObservation(path, 'embedded', { provider: 'acme', id: 'large' }), outcome };
    });
  return { ran, observe };
}

describe('whether a smaller home shows the same', () => {
  const start = home({ headers: { 'X-Team': 'a' }, api: 'openai-completions' });

  it('is asked of the failing path first, and of chat where that ends as before', async () => {
    const { ran, observe } = build();
    const shows = homeShows(observe, start, '2026.4.15', claim);
    expect(await shows(home({ headers: { 'X-Team': 'a' } }))).toMatchObject({ shows: true });
    ran.length = 0;
    expect(await shows(home({}))).toEqual({ shows: false, ends: 'image: answer' });
    expect(ran).toEqual(['image']);
  });

  it('is denied without a run where another model would be asked', async () => {
    const { ran, observe } = build();
    const shows = homeShows(observe, start, '2026.4.15', claim);
    await shows(start);
    ran.length = 0;
    const other = home({ headers: { 'X-Team': 'a' } }, 'acme/other');
    expect(await shows(other)).toEqual({ shows: false, ends: 'another model is asked, or an unlisted one' });
    expect(ran).toEqual([]);
  });

  it('is denied without a run where a model is no longer listed, which a build may then not know', async () => {
    const { ran, observe } = build();
    const listed = { headers: { 'X-Team': 'a' }, models: [{ id: 'large', name: 'Large' }] };
    const shows = homeShows(observe, home(listed), '2026.4.15', claim);
    await shows(home(listed));
    ran.length = 0;
    expect(await shows(home({ ...listed, models: [] }))).toMatchObject({ shows: false });
    expect(ran).toEqual([]);
  });
});
