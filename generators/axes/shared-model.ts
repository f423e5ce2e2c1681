/**
 * Whether the entry of the second provider lists a model with the id of chat's, too.
 *
 * @source openclaw@2026.9.6:docs/help/faq-models.md ("If two providers expose the same model id"), in
 *   openclaw@2026.5.22:docs/help/faq-models.md as well; upstream report #80562
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { oneIn } from './weighted.ts';

export const sharedModel = axis({
  meaning: "Whether the second provider's entry, if it has one, lists a model with the id of chat's, too.",
  schema: z.boolean(),
  usual: false,
  since: 18,
  arbitrary: oneIn(16),
  label: () => "a model of the other provider with the id of chat's",
});
