/** The agent's models.json of an earlier run, which may still hold an older key for the provider. */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { oneIn } from './weighted.ts';

export const olderModelsFile = setupAxis({
  meaning: "Whether the agent's models.json of an earlier run still holds an older key for the provider.",
  schema: z.boolean(),
  usual: false,
  since: 2,
  arbitrary: ({ isAws, isGoogleCloud }) => (isAws || isGoogleCloud ? fc.constant(false) : oneIn(12)),
});
