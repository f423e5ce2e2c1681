/** Promises of `openclaw@2026.9.6:docs/cli/openclaw.md`: the agent that sets OpenClaw up. */
import { promisesOf } from '../documented-promise.ts';

export const setup = promisesOf({ document: 'cli/openclaw.md', slug: 'setup', from: '2026.8.1' }, [
  {
    id: 'starts-after-a-turn',
    heading: 'When it starts',
    about: ['live-tests', 'default model'],
    kind: 'eligibility',
    paths: ['setup-agent'],
    rule: 'Setup starts where the default model answers a turn, and fails where it does not.',
    judged: { by: ['same-failure'] },
  },
]);
