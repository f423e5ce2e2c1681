/** Steps that change a home after it was set up. Without any, every path meets a fresh copy of it. */
import fc from 'fast-check';
import { z } from 'zod';
import { MOST_STEPS, type Step, stepSchema } from '../steps/step.ts';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';
import { schemaArbitrary } from './schema-arbitrary.ts';

const stepsSchema = z.array(stepSchema).min(1).max(MOST_STEPS).nullable();

/** Any step: `generators/steps-case.ts` draws those that make sense for a case. */
const anyStep: fc.Arbitrary<Step> = schemaArbitrary(stepSchema);

export const steps = axis({
  meaning:
    'What happens one after the other on one home, on one gateway where a step needs one; null: each path meets a fresh copy of the home.',
  schema: stepsSchema,
  usual: null,
  since: 10,
  arbitrary: rarely(fc.array(anyStep, { minLength: 1, maxLength: MOST_STEPS })),
});
