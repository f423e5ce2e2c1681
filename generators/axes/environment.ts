/**
 * Environment variables of a provider, and the layer that sets each.
 *
 * @source openclaw@2026.9.6:docs/help/environment.md (layers and their order; provider keys of a workspace .env are
 *   ignored); docs/openclaw-auth-contract.md 1.2, 2.4, 2.6; openclaw@2026.6.11:docs/help/environment.md (two equivalent
 *   ways to set a variable in the configuration)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { keyShapeArbitrary, keyShapeSchema } from './key-shape.ts';
import { validityArbitrary, validitySchema } from './secret.ts';
import { weighted } from './weighted.ts';

export const layerSchema = z
  .enum(['process', 'state', 'config', 'workspace', 'config-short'])
  .describe(
    'Who sets it. process: the environment of the command. state: ~/.openclaw/.env. config: env.vars of openclaw.json. workspace: the .env of the working directory. config-short: env.NAME of openclaw.json, which means the same as env.vars.',
  );
export type Layer = z.infer<typeof layerSchema>;

const environmentVariableSchema = z.strictObject({
  /** The variable's name: one that OpenClaw reads for the provider (`generators/providers/catalog.ts`). */
  name: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable'),
  layer: layerSchema,
  holds: validitySchema,
  shape: keyShapeSchema,
});
export type EnvironmentVariable = z.infer<typeof environmentVariableSchema>;

/** Up to three settings of the given variables, each once a layer, most often none or one; or exactly one. */
export function environmentArbitrary(
  names: readonly string[],
  most: 1 | 3 = 3,
): fc.Arbitrary<EnvironmentVariable[]> {
  const variable = fc.record({
    // The usual name first, and most often.
    name: fc.constantFrom(...(names.length > 0 ? [names[0]!, names[0]!, ...names] : ['UNUSED'])),
    layer: weighted({ process: 9, state: 3, config: 3, workspace: 3, 'config-short': 1 }),
    holds: validityArbitrary,
    shape: keyShapeArbitrary,
  });
  return fc.uniqueArray(variable, {
    selector: ({ name, layer }) => `${name} ${layer}`,
    minLength: most === 1 ? 1 : 0,
    maxLength: names.length > 0 ? most : 0,
    size: 'small',
  });
}

export const environment = setupAxis({
  meaning: "The provider's environment variables. For Bedrock, AWS_ACCESS_KEY_ID stands for the key pair.",
  schema: z.array(environmentVariableSchema).max(3),
  usual: [],
  since: 1,
  arbitrary: ({ environmentVariables }) => environmentArbitrary(environmentVariables),
});
