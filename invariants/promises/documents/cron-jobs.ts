/** Promises of `openclaw@2026.9.6:docs/automation/cron-jobs/managing-jobs.md`: the model, and so the credentials, of a job that names one. */
import { promisesOf } from '../documented-promise.ts';

export const cronJobs = promisesOf(
  { document: 'automation/cron-jobs/managing-jobs.md', slug: 'cron-jobs', from: '2026.9.6' },
  [
    {
      id: 'named-model-is-asked',
      heading: null,
      about: ['exact provider/model reaches'],
      kind: 'selection',
      paths: ['cron-job'],
      rule: 'The turn of a job that names a model asks that model of that provider.',
      judged: { by: ['job-model'] },
    },
    {
      id: 'no-silent-primary',
      heading: null,
      about: ['does not fall through to the agent primary'],
      kind: 'rotation',
      paths: ['cron-job'],
      rule: "Without fallbacks, a job that names a model does not go on to its agent's.",
      judged: { by: ['job-model'] },
    },
  ],
);
