/** The setups of the LocalStack lane: whatever STS and IAM can issue, alone and in pairs. */
import fc from 'fast-check';
import { type AwsSourceKind, awsSourceKindSchema } from '../../generators/aws-setup.ts';
import { type Case, caseArbitrary, caseText } from '../../generators/case.ts';

/** What LocalStack issues: users' keys, session tokens and roles. */
const ISSUED: readonly AwsSourceKind[] = awsSourceKindSchema.options.filter((kind) =>
  ['profile', 'role', 'role-from-environment', 'web-identity', 'web-identity-profile'].includes(kind),
);

/** Different cases of Bedrock alone, the same for the same seed. */
export function localStackCases(seed: number, count: number): Case[] {
  const arbitrary = caseArbitrary(['amazon-bedrock']).filter(isIssued);
  const drawn = fc.sample(arbitrary, { seed, numRuns: count * 10 });
  return [...new Map(drawn.map((value) => [caseText(value), value])).values()].slice(0, count);
}

function isIssued({ provider: { environment, aws }, otherProvider }: Case): boolean {
  const kinds = aws?.sources.map(({ kind }) => kind) ?? [];
  const isPlain = environment.every(
    ({ name, layer, shape }) => name === 'AWS_ACCESS_KEY_ID' && layer === 'process' && shape === 'plain',
  );
  return (
    otherProvider === null &&
    isPlain &&
    kinds.length + environment.length > 0 &&
    kinds.every((kind) => ISSUED.includes(kind))
  );
}
