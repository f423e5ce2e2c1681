import { expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import { failed, judged, observation, request, sentFrom } from '../test-support/conforming.ts';
import type { LawId } from './law-id.ts';
import { judge } from './laws.ts';

it('vectors are asked for with the profile that the entry names, as chat is', () => {
  const id = 'custom-openai';
  const named = plainCase({ id, profiles: [PLAIN_PROFILE], entry: PLAIN_ENTRY }, { entryProfile: true });
  const key = request(sentFrom(named, ({ holder }) => holder === 'profile', 'bearer'));
  const name = request({ kind: 'text', scheme: 'bearer', text: 'unknown' });
  const model = { provider: id, id: 'acme-large' } as const;
  const broken = (law: LawId, memory: object, value = named) => {
    const observations = [
      observation('chat', { model, requests: [key] }),
      observation('memory', { model, requests: [key], ...memory }),
    ];
    return judge(judged(observations, { value })).filter((each) => each.law === law).length;
  };
  expect(broken('same-credential', {})).toBe(0);
  expect(broken('same-credential', { requests: [name] })).toBe(1);
  const none = { requests: [], outcome: failed('no-credential') };
  expect(broken('same-failure', none)).toBe(1);
  // Without the name the entry has no key, and vectors take no other.
  expect(broken('same-failure', none, { ...named, entryProfile: false })).toBe(0);
});
