/** A result of a stand-in with as many findings as a bad build has, for tests of reports. */
import { Fingerprint } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { ALL_PATHS } from '../observation/path-name.ts';
import { causesOf } from '../search/causes/found-causes.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { manyFaults, run, standIn } from './stand-in.ts';

const STATUSES = ['new', 'known', 'flaky', 'unsettled'] as const;

/** Every law broken on two paths, under every status in turn; the text is as hostile as text can be. */
export async function manyFindings(): Promise<Result> {
  const result = await run(standIn(manyFaults), { cases: 30, allowGaps: false });
  const found = result.findings.filter(({ observations }) => observations.length > 0);
  const findings = ALL_LAWS.flatMap(({ id: law }, index) =>
    ALL_PATHS.slice(1, 3).map((path, place): Finding => {
      const finding = found[index % found.length]!;
      const reference = { path: 'chat', behaviour: 'answer' } as const;
      const behaviour = 'no-credential <script>alert(1)</script>';
      return {
        ...finding,
        law,
        paths: ['chat', path],
        fingerprint: Fingerprint.of({ law, family: 'google', reference, paths: [path], behaviour }),
        status: STATUSES[(index + place) % STATUSES.length]!,
        detail: `${finding.detail} <img src=x onerror="alert(1)"> ${'"'}'`,
      };
    }),
  );
  return { ...result, findings, causes: causesOf(findings) };
}
