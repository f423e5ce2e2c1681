/** A thing that a user did after each path had been taken once, in the home that is in use. */
import { z } from 'zod';

export const laterStepSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z
      .literal('replace')
      .describe('A new secret in place of an old one, which its provider refuses from then on.'),
    secret: z.string().describe('The name of what stands for it.'),
  }),
  z.strictObject({
    do: z.literal('run').describe('A command of the build.'),
    words: z.array(z.string()).min(1).describe('The words after `openclaw`.'),
  }),
  z.strictObject({
    do: z
      .literal('reload-secrets')
      .describe('The running gateway resolves its secrets anew (`secrets.reload`).'),
  }),
  z.strictObject({ do: z.literal('restart').describe('The gateway ends and is started again.') }),
]);
export type LaterStep = z.infer<typeof laterStepSchema>;

/** The step in words, as `import --then` takes it. */
export function wordsOfStep(step: LaterStep): string {
  switch (step.do) {
    case 'replace':
      return `replace ${step.secret}`;
    case 'run':
      return `openclaw ${step.words.join(' ')}`;
    default:
      return step.do;
  }
}
