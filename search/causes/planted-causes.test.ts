/** Several faults in one stand-in, each behind one part of a setup: the machine must tell them apart, and find each once. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import type { PathName } from '../../observation/path-name.ts';
import { environmentKey, request } from '../../test-support/conforming.ts';
import { type Fault, noCredential, run, standIn } from '../../test-support/stand-in.ts';
import { judgeCase, lawsOf } from '../evaluate/judge-case.ts';
import type { Finding } from '../result/result.ts';
import { causeId } from './cause.ts';

interface Planted {
  readonly path: PathName;
  readonly isIn: (value: Case) => boolean;
  readonly does: ReturnType<Fault>;
}

const isReference = (source: string) => source !== 'inline';
const elsewhere = {
  requests: [
    { ...request({ ...environmentKey, scheme: 'bearer' }), host: 'generativelanguage.googleapis.com' },
  ],
};

const PLANTED: Readonly<Record<string, Planted>> = {
  'chat gives up at an order': {
    path: 'chat',
    isIn: ({ provider }) => provider.order !== null,
    does: noCredential,
  },
  'chat sends something else beside a reference in the entry': {
    path: 'chat',
    isIn: ({ provider: { entry } }) =>
      entry?.apiKey != null &&
      isReference(entry.apiKey.source) &&
      entry.apiKey.holds === 'live' &&
      entry.baseUrl === 'default',
    does: elsewhere,
  },
  'image cannot read references of profiles': {
    path: 'image',
    isIn: ({ provider }) =>
      provider.profiles.some(({ secret }) => isReference(secret.source) && secret.holds !== 'nothing'),
    does: noCredential,
  },
  'image takes no header': {
    path: 'image',
    isIn: ({ provider }) => provider.entry?.header != null,
    does: noCredential,
  },
  'the probe asks elsewhere for another agent': {
    path: 'probe',
    isIn: ({ agent }) => agent === 'second',
    does: { egress: ['telemetry.example.com'] },
  },
};

const withFaults =
  (names: readonly string[]): Fault =>
  (value, path) =>
    names.map((name) => PLANTED[name]!).find((fault) => fault.path === path && fault.isIn(value))?.does ??
    null;

const all = Object.keys(PLANTED);
const result = await run(standIn(withFaults(all)), { cases: 250 });
const caused = result.findings.filter(({ cause }) => cause !== null);

/** The faults without which a finding is gone: what a patched build would show. */
async function necessary({ law, case: value, paths, fingerprint }: Finding): Promise<string[]> {
  const needed: string[] = [];
  for (const name of all) {
    const observe = standIn(withFaults(all.filter((each) => each !== name)))
      .worker(0)
      .warm('embedded');
    const judgement = await judgeCase(observe, value, '2026.9.6', paths, lawsOf({ law }));
    if (!judgement!.violations.some((each) => each.fingerprint === fingerprint)) needed.push(name);
  }
  return needed;
}

describe('causes of planted faults', () => {
  it('are as many as the faults, each of one', async () => {
    const faultsOf = new Map<string, Set<string>>();
    for (const finding of caused) {
      const id = causeId(finding.cause!);
      const faults = faultsOf.get(id) ?? new Set();
      for (const each of await necessary(finding)) faults.add(each);
      faultsOf.set(id, faults);
    }
    expect([...faultsOf.values()].map((each) => [...each]).sort()).toEqual(all.map((name) => [name]).sort());
  });

  it('are the causes of all that was confirmed', () => {
    expect(result.findings.length).toBeGreaterThanOrEqual(all.length);
    expect(caused).toEqual(result.findings.filter(({ status }) => status === 'new'));
  });
});
