import { modelOfJob } from '../../generators/axes/job-model.ts';
import type { Case } from '../../generators/case.ts';
import { type Credential, ownerOf } from '../../observation/credential.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import type { Observation } from '../../observation/observation.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { modelRequests } from '../behaviour.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';

const JOBS = ALL_PATHS.filter((path) => pathOf(path).model.isOfJob);

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
    const isUnknown = jobsOf(judged).some(
      ({ outcome }) => outcome.kind === 'failure' && outcome.class === 'unknown-model',
    );
    return [
      // A model that the build does not know says nothing of credentials.
      ...(isUnknown ? [] : comparedWithVariant('job-model', judged, 'by the job', "as its agent's")),
      ...violationsOf(
        'job-model',
        familyOf(judged),
        jobsOf(judged).flatMap((job) => strangersOf(judged, job)),
      ),
    ];
  },
};

function jobsOf(judged: Judged): Observation[] {
  return JOBS.flatMap((path) => observed(judged, path) ?? []);
}

/**
 * The case whose agent has a model of the provider that the job names one of. Equal where a fallback or another profile's name of chat
 * would mean something else in it.
 */
function withoutName(value: Case): Case {
  const { provider, otherProvider, fallback } = value;
  const named = modelOfJob(value);
  if (named === null) return value;
  const unnamed = { ...value, jobModel: null };
  if (named !== 'other-provider' || !otherProvider) return unnamed;
  return fallback
    ? value
    : { ...unnamed, provider: otherProvider, otherProvider: provider, chatProfile: null };
}

/** A credential of another provider than the one whose model the job names, where the same job without a name sends none. */
function strangersOf({ value, variants }: Judged, job: Observation): Deviation[] {
  const unnamed = variants['job-model']?.find(({ path }) => path === job.path);
  const sent = strangerIn(job);
  if (value.fallback || !sent || !unnamed || strangerIn(unnamed)) return [];
  return [
    {
      path: job.path,
      reference: null,
      behaviour: "another provider's credential",
      detail: `${job.path} names a model of ${job.model.provider}, and sends ${describeOrigin(sent)}`,
    },
  ];
}

function strangerIn(job: Observation): Credential | undefined {
  return modelRequests(job)
    .flatMap(({ credentials }) => credentials)
    .find((each) => ![null, job.model.provider].includes(ownerOf(each)));
}
