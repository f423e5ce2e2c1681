/** The setups of the LocalStack lane: whatever STS and IAM can issue, alone and in pairs. */
import { type AwsSourceKind, awsSourceKindSchema } from '../../generators/axes/aws-setup.ts';
import { type Case, caseArbitrary, caseText } from '../../generators/case.ts';
import { chooseCases } from '../../search/draw/choose-cases.ts';

/** The kinds of credentials that LocalStack issues: users' keys, session tokens and roles. */
const ISSUED: readonly AwsSourceKind[] = awsSourceKindSchema.options.filter((kind) =>
  ['profile', 'role', 'role-from-environment', 'web-identity', 'web-identity-profile'].includes(kind),
);

/** Different cases of Bedrock alone, the same for the same seed: first those with what none before them had. */
export function localStackCases(seed: number, count: number): Case[] {
  const arbitrary = caseArbitrary(['amazon-bedrock']).filter(isIssued);
  const chosen = chooseCases(arbitrary, seed, count * 2, { stages: [(value) => new Set(featuresOf(value))] });
  return [...new Map(chosen.map((value) => [caseText(value), value])).values()].slice(0, count);
}

/**
 * The choices that decide which source wins: a source, the keys of the environment, and whether the profile is named.
 */
function featuresOf({ provider: { environment, aws } }: Case): string[] {
  const keys = environment[0]?.holds ?? 'no keys';
  const { sources = [], namedProfile, environmentToken, regions = [] } = aws ?? {};
  const [only, second] = sources;
  // A source that nothing comes before, in a setup whose region any client finds: its key reaches Bedrock. The role
  // that the environment's keys may assume stands before them only where its profile is named.
  const reaches =
    only?.kind === 'role-from-environment' ? namedProfile && keys === 'live' : environment.length === 0;
  const isAlone =
    only?.holds === 'live' && !second && reaches && regions.some(({ place }) => place === 'AWS_REGION');
  return [
    `${keys} ${environmentToken ? 'with a token' : ''} ${namedProfile}`,
    ...sources.map(({ kind, holds }) => `${kind} ${holds} ${namedProfile} ${keys}`),
    ...(isAlone ? [`${only.kind} alone`] : []),
  ];
}

function isIssued({ provider: { environment, aws, answer }, otherProvider }: Case): boolean {
  const sources = aws?.sources ?? [];
  const isPlain = environment.every(
    ({ name, layer, shape }) => name === 'AWS_ACCESS_KEY_ID' && layer === 'process' && shape === 'plain',
  );
  return (
    otherProvider === null &&
    isPlain &&
    answer === 'by-key' &&
    sources.length + environment.length > 0 &&
    sources.every(({ kind, holds }) => ISSUED.includes(kind) && holds !== 'expired')
  );
}
