import { expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { chainEnvironment } from './aws-default-chain.ts';

it.each(['config', 'config-short', 'state'] as const)(
  "the oracle's SDK finds a variable that OpenClaw sets from %s, and none of the folder",
  (layer) => {
    const variable = { name: 'AWS_BEARER_TOKEN_BEDROCK', holds: 'live', shape: 'plain' } as const;
    const found = (of: typeof layer | 'workspace') => {
      const value = plainCase({ id: 'amazon-bedrock', environment: [{ ...variable, layer: of }] });
      return chainEnvironment({}, canariesOf(value, ''), {}).AWS_BEARER_TOKEN_BEDROCK;
    };
    expect(found(layer)).toBeTruthy();
    expect(found('workspace')).toBeUndefined();
  },
);
