/** Steps as a numbered list that a person can follow. */
import type { Step } from '../generators/steps/step.ts';

export function stepsText(steps: readonly Step[]): string {
  return steps.map((step, index) => `${index + 1}. ${stepText(step)}`).join('\n');
}

export function stepText(step: Step): string {
  switch (step.do) {
    case 'take':
      return `Take the path ${step.path}.`;
    case 'rotate':
      return `Replace every key in ~/${step.file} by a new one, and revoke the old ones.`;
    case 'reload-secrets':
      return 'Run: openclaw gateway call secrets.reload';
    case 'restart':
      return `End the gateway with ${step.signal}, then run: openclaw gateway run`;
    case 'wait':
      return `Wait ${step.seconds} s.`;
  }
}
