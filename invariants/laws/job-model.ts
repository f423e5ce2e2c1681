import { modelOfJob } from '../../generators/axes/job-model.ts';
import type { Case } from '../../generators/case.ts';
import type { Observation } from '../../observation/observation.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import {
  isUnknownTo,
  pathsThatName,
  strangerDeviation,
  strangerIn,
  turnsOn,
  withAgentsModel,
} from '../named-model.ts';
import { type Deviation, violationsOf } from '../violation.ts';

const JOBS = pathsThatName('job');

/**
 * A turn that asks the same provider has the same choice among its credentials, whoever named the model: the agent's settings, or the
 * job. This holds for a turn that is tried again, too.
 */
export const jobModel: Law = {
  id: 'job-model',
  sentence:
    'a scheduled job that names its model asks it as a job whose agent has a model of that provider, and without a fallback sends the credentials of no other',
  source:
    'openclaw@2026.9.6:docs/automation/cron-jobs/managing-jobs.md ("that exact provider/model reaches the isolated agent run", "does not fall through to the agent primary as a silent extra retry target"); #57972',
  variant: withoutName,
  variantPaths: JOBS,
  judges: ({ variants }) => (variants['job-model'] ?? []).length > 0,
  check: (judged) => {
    const jobs = turnsOn(JOBS, judged);
    return [
      ...(isUnknownTo(jobs) ? [] : comparedWithVariant('job-model', judged, 'by the job', "as its agent's")),
      ...violationsOf(
        'job-model',
        familyOf(judged),
        jobs.flatMap((job) => strangersOf(judged, job)),
      ),
    ];
  },
};

function withoutName(value: Case): Case {
  const named = modelOfJob(value);
  return named === null ? value : withAgentsModel(value, { ...value, jobModel: null }, named);
}

/** A credential of another provider, where the same job without a name sends none. */
function strangersOf({ value, variants }: Judged, job: Observation): Deviation[] {
  const unnamed = variants['job-model']?.find(({ path }) => path === job.path);
  const sent = strangerIn(job);
  if (value.fallback || !sent || !unnamed || strangerIn(unnamed)) return [];
  return [strangerDeviation(job, sent)];
}
