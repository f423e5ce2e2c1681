import type { FailureClass } from '../../observation/outcome.ts';
import type { Status } from '../../observation/status.ts';
import {
  acceptedCredentials,
  credentialsHolder,
  credentialsText,
  modelRequests,
  outcomeText,
} from '../behaviour.ts';
import { type CredentialReport, reportsOf, saysUsable } from '../facts/credential-reports.ts';
import { factsOf } from '../facts/facts-of.ts';
import {
  endedInPreflight,
  familyOf,
  type GeneralLaw,
  type JudgedAny,
  observed,
  outcomesMayDiffer,
} from '../law.ts';
import { violationsOf } from '../violation.ts';

const WANTS_CREDENTIAL: readonly FailureClass[] = ['no-credential', 'needs-migration'];

/**
 * The probe's command says it as well, before it asks anyone, and so do the listings of models and of providers, and a running gateway.
 * Judged where the path that has it leaves no doubt: it is answered, or ends for want of a credential before it sends anything.
 */
export const statusAgrees: GeneralLaw = {
  id: 'status-agrees',
  sentence:
    'a report on credentials calls them missing where the path that it is about has none, and nowhere else',
  source:
    'openclaw@2026.9.6:docs/cli/models.md (status: auth overview, missing auth, model route issues; list: the `Auth` column), openclaw@2026.9.6:docs/web/control-ui/feature-reference.md (`models.authStatus`, `models.list`), openclaw@2026.9.6:docs/cli/infer.md (`configured` of provider inventory commands)',
  judges: (judged) =>
    reportsOf(judged.version).some(({ path, of }) => observed(judged, of) && observed(judged, path)?.status),
  check: (judged) => {
    const deviations = reportsOf(judged.version).flatMap((report) => {
      const { path, name, of } = report;
      const status = observed(judged, path)?.status;
      const disagreement = status && disagreementOf(judged, report, status);
      return disagreement
        ? [
            {
              path,
              reference: { path: of, behaviour: disagreement.behaviour },
              behaviour: `status ${status}`,
              detail: `${of} ${disagreement.detail}, ${name} calls its credentials ${status}`,
            },
          ]
        : [];
    });
    return violationsOf('status-agrees', familyOf(judged), deviations);
  },
};

/** The behaviour of the path that a report is about, where the report says another thing. */
function disagreementOf(
  judged: JudgedAny,
  report: CredentialReport,
  status: Status,
): { readonly behaviour: string; readonly detail: string } | null {
  const { path, of } = report;
  const done = observed(judged, of);
  if (!done || endedInPreflight(done) || outcomesMayDiffer(judged, done)) return null;
  if (of === 'chat' && factsOf(judged).chatNamesProfile) return null;
  // The path may be another provider's than the report's where OpenClaw chooses.
  if (done.model.provider !== observed(judged, path)?.model.provider) return null;
  const accepted = done.outcome.kind === 'answer' ? acceptedCredentials(done) : null;
  if (accepted && status === 'missing')
    return {
      behaviour: `answer, ${credentialsHolder(accepted)}`,
      detail: `answers with ${credentialsText(accepted)}`,
    };
  const hasNone =
    saysUsable(report, judged.version) &&
    done.outcome.kind === 'failure' &&
    WANTS_CREDENTIAL.includes(done.outcome.class) &&
    modelRequests(done).length === 0;
  return hasNone && status === 'present'
    ? { behaviour: outcomeText(done), detail: 'can use no credential' }
    : null;
}
