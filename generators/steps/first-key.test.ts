import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseSchema } from '../case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../plain-case.ts';
import { awaitedKeepers, firstKeyArbitrary, startOf } from './first-key.ts';
import { meaningfulSteps } from './meaningful-steps.ts';
import { needsGateway, type Step } from './step.ts';

const take: Step = { do: 'take', path: 'chat' };
const first = (keeper: 'config' | 'env-file' | 'profiles'): Step => ({ do: 'first-key', keeper });
const entry = { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret };
const inFile = { name: 'GEMINI_API_KEY', layer: 'state', holds: 'live', shape: 'plain' } as const;

describe('a case whose first key a step writes', () => {
  it('begins without that key, and keeps what else it has', () => {
    const setup = { id: 'google', entry, environment: [inFile], profiles: [PLAIN_PROFILE] } as const;
    const started = (...steps: Step[]) => startOf(plainCase(setup as never, { steps })).provider;
    expect(started(take, first('config'), take)).toMatchObject({
      entry: null,
      environment: [inFile],
      profiles: [PLAIN_PROFILE],
    });
    expect(started(take, first('profiles'), first('env-file'), take)).toMatchObject({
      entry,
      environment: [],
      profiles: [],
    });
  });

  it('keeps the entry of a provider that nobody knows without one', () => {
    const value = plainCase({ id: 'custom-openai', entry }, { steps: [take, first('config'), take] });
    expect(startOf(value).provider.entry).toEqual({ ...entry, apiKey: null });
  });

  it('is one like any other where no step writes it, or nobody looks after that', () => {
    for (const steps of [null, [take, { do: 'rotate', keeper: 'config' } as const, take]]) {
      const value = plainCase({ id: 'google', entry }, { steps });
      expect(startOf(value)).toBe(value);
    }
    const unseen = plainCase({ id: 'google', entry }, { steps: [take, first('config')] });
    expect(awaitedKeepers(unseen)).toEqual([]);
  });

  it('has a key that stands as text, and no order that names it', () => {
    const steps = [take, first('config'), first('profiles'), take];
    const file = { ...PLAIN_PROFILE.secret, source: 'file' } as const;
    const referenced = plainCase({ id: 'google', entry: { ...entry, apiKey: file } }, { steps });
    const ordered = plainCase(
      { id: 'google', profiles: [PLAIN_PROFILE], order: { where: 'store', names: ['a'] } },
      { steps },
    );
    expect([awaitedKeepers(referenced), awaitedKeepers(ordered)]).toEqual([[], []]);
  });
});

describe('the step that writes it', () => {
  const steps: Step[] = [
    { do: 'rotate', keeper: 'config' },
    take,
    { ...first('config'), by: 'rpc' } as Step,
    first('config'),
    { do: 'rotate', keeper: 'config' },
    take,
  ];

  it('comes once, and before it nothing can be replaced', () => {
    const value = plainCase({ id: 'google', entry }, { steps });
    expect(meaningfulSteps(value, steps)).toEqual([take, steps[2], steps[4], take]);
  });

  it('goes through the gateway for the configuration alone', () => {
    const byRpc: Step = { do: 'first-key', keeper: 'env-file', by: 'rpc' };
    const value = plainCase({ id: 'google', environment: [inFile] }, { steps: [byRpc, take] });
    expect(meaningfulSteps(value, [byRpc, take])).toEqual([take]);
    expect(needsGateway(byRpc)).toBe(true);
  });
});

it('is drawn in each of the places, with a gateway and without, and every step has a meaning', () => {
  for (const hasGateway of [true, false]) {
    const drawn = fc.sample(
      firstKeyArbitrary(['google', 'custom-openai'], () => ['chat', 'image'], hasGateway),
      { seed: 1, numRuns: 60 },
    );
    for (const value of drawn) {
      expect(caseSchema.parse(value)).toEqual(value);
      expect(meaningfulSteps(value, value.steps!)).toEqual(value.steps);
      expect(value.steps!.some(needsGateway)).toBe(hasGateway);
    }
    expect(new Set(drawn.flatMap(awaitedKeepers))).toEqual(new Set(['config', 'env-file', 'profiles']));
  }
});
