/**
 * Judges one plain live credential of each kind and provider of a build: with nothing else set, every violation is the build's
 * or ours, and is read.
 *
 * `pnpm exec node checks/plain-credentials.ts [--target SPEC] [--providers LIST] [--paths LIST] [--keep FILE]`. With `--keep` a later
 * call of the same state of the suite goes on where this one was ended. Prints each violation with the promises that it breaks, and ends
 * with 1 where the baseline does not have one, or where no case was judged.
 */
import { Command } from 'commander';
import { pathList, providerList } from '../cli/options.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { traitsOf, type VersionTraits } from '../gateway/versions/traits.ts';
import { NO_AWS_SOURCES } from '../generators/axes/aws-setup.ts';
import {
  defaultCredentialsAtSchema,
  defaultCredentialsKindSchema,
} from '../generators/axes/default-credentials.ts';
import type { Case } from '../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_SUBSCRIPTION, plainCase } from '../generators/plain-case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import { type ProviderId, providerOf } from '../generators/providers/catalog.ts';
import { isCovered } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { promisesBroken } from '../invariants/promises/of-laws.ts';
import type { PathName } from '../observation/path-name.ts';
import { pathsOfLane } from '../paths/paths.ts';
import { readBaseline, shippedBaseline } from '../search/baseline/baseline.ts';
import { causesFor, fingerprintsOf } from '../search/baseline/known-cause.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import { judgeCase } from '../search/evaluate/judge-case.ts';
import { keptObservations } from '../search/evaluate/kept-observations.ts';
import { logLine } from '../support/log-line.ts';

const options = new Command('plain-credentials')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--providers <list>', 'some of them', providerList)
  .option('--paths <list>', 'some paths', pathList, [...pathsOfLane('embedded')])
  .option('--keep <file>', 'where observations are kept')
  .parse()
  .opts<{ target: string; providers?: ProviderId[]; paths: PathName[]; keep?: string }>();

const subject = await installSubject(options.target, logLine);
const { version } = subject;
const shipped = shippedBaseline();
const baseline = shipped === null ? null : await readBaseline(shipped);
const known = new Set(fingerprintsOf(causesFor(baseline?.causes ?? [], version)));
// A variant is a case with more than one credential.
const laws = ALL_LAWS.filter(({ variant }) => !variant);
const kept = options.keep ? keptObservations(options.keep) : undefined;
await using evaluator = await createEvaluator(subject, 1, { kept });
const observe = evaluator.worker(0).warm('embedded');

let [judged, isNew] = [0, 0];
for (const id of options.providers ?? traitsOf(version).providers) {
  for (const [kind, value] of casesOf(id, traitsOf(version))) {
    const judgement = await judgeCase(observe, value, version, options.paths, laws);
    judged += 1;
    for (const violation of judgement?.violations ?? []) {
      const isKnown = isCovered(violation.fingerprint, known);
      if (!isKnown) isNew += 1;
      const promises = promisesBroken(violation, value, version).map((promise) => promise.id);
      process.stdout.write(
        `${id} ${kind}: ${isKnown ? 'known' : 'NEW'} ${violation.fingerprint}\n  ${violation.detail}\n  breaks ${promises.join(', ') || 'no promise'}\n`,
      );
    }
  }
}
process.stdout.write(
  `openclaw ${version}: ${judged} cases, ${isNew} violations that the baseline does not have\n`,
);
process.exitCode = isNew > 0 || judged === 0 ? 1 : 0;

/** The kinds of credential that a provider takes, each alone. */
function casesOf(id: ProviderId, { subscriptions }: VersionTraits): [kind: string, value: Case][] {
  const { environmentVariables, profileTypes, credentials } = providerOf(id);
  // A login has no place in an entry, an entry of Bedrock holds no key, and not every build takes one of Google's cloud.
  const takesKeys =
    credentials === 'key' && (environmentVariables.length > 0 || profileTypes.includes('api_key'));
  const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
  const aws = id === 'amazon-bedrock' ? { aws: NO_AWS_SOURCES } : {};
  const withChain = id === 'amazon-bedrock' ? { entry: { ...PLAIN_ENTRY, auth: 'aws-sdk' } as const } : {};
  const only = (setup: Partial<ProviderSetup>) => plainCase({ id, ...aws, ...setup });
  const variables = environmentVariables
    .slice(0, 1)
    .map((name) =>
      only({ ...withChain, environment: [{ name, layer: 'process', holds: 'live', shape: 'plain' }] }),
    );
  const profiles = profileTypes
    .filter((type) => type !== 'oauth' || subscriptions.includes(id))
    .map((type) => {
      const refresh = type === 'oauth' ? 'works' : 'none';
      return [`profile ${type}`, only({ profiles: [{ ...PLAIN_SUBSCRIPTION, type, refresh }] })] as const;
    });
  const files =
    credentials === 'google-cloud'
      ? defaultCredentialsKindSchema.options.flatMap((file) =>
          defaultCredentialsAtSchema.options.map((at): [string, Case] => [
            `${file} (${at})`,
            only({ defaultCredentials: [{ kind: file, at, holds: 'live' }] }),
          ]),
        )
      : [];
  return [
    ...files,
    ...variables.map((value): [string, Case] => ['variable', value]),
    ...profiles.map(([kind, value]): [string, Case] => [kind, value]),
    ...(takesKeys ? [['entry', only({ entry: { ...PLAIN_ENTRY, apiKey: key } })] as [string, Case]] : []),
  ];
}
