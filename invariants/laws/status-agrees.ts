import type { FailureClass } from '../../observation/outcome.ts';
import {
  acceptedCredentials,
  credentialsHolder,
  credentialsText,
  modelRequests,
  outcomeText,
} from '../behaviour.ts';
import { endedInPreflight, familyOf, type GeneralLaw, observed, outcomesMayDiffer } from '../law.ts';
import { violationsOf } from '../violation.ts';

const WANTS_CREDENTIAL: readonly FailureClass[] = ['no-credential', 'needs-migration'];

/** The paths that report on credentials, and what they are called. */
const REPORTS = [
  ['probe', 'models status'],
  ['model-listing', 'models list'],
  ['auth-status', 'models.authStatus'],
  ['model-list', 'models.list'],
] as const;

/**
 * The probe's command says it as well, before it asks anyone, and so do the listing of models and a running gateway. Judged where chat leaves
 * no doubt: it is answered, or ends for want of a credential before it sends anything.
 */
export const statusAgrees: GeneralLaw = {
  id: 'status-agrees',
  sentence: 'a report on credentials calls them missing where chat has none, and nowhere else',
  source:
    'openclaw@2026.9.6:docs/cli/models.md (status: auth overview, missing auth, model route issues; list: the `Auth` column), openclaw@2026.9.6:docs/web/control-ui/feature-reference.md (`models.authStatus`, `models.list`)',
  judges: (judged) =>
    Boolean(observed(judged, 'chat')) && REPORTS.some(([path]) => observed(judged, path)?.status),
  check: (judged) => {
    const chat = observed(judged, 'chat');
    if (!chat || endedInPreflight(chat) || outcomesMayDiffer(judged, chat)) return [];
    const accepted = chat.outcome.kind === 'answer' ? acceptedCredentials(chat) : null;
    const hasNone =
      chat.outcome.kind === 'failure' &&
      WANTS_CREDENTIAL.includes(chat.outcome.class) &&
      modelRequests(chat).length === 0;
    const deviations = REPORTS.flatMap(([path, name]) => {
      const status = observed(judged, path)?.status;
      const disagreement =
        accepted && status === 'missing'
          ? [`answer, ${credentialsHolder(accepted)}`, `answers with ${credentialsText(accepted)}`]
          : hasNone && status === 'present'
            ? [outcomeText(chat), 'can use no credential']
            : null;
      if (!disagreement) return [];
      const [behaviour = '', detail = ''] = disagreement;
      return [
        {
          path,
          reference: { path: 'chat' as const, behaviour },
          behaviour: `status ${status}`,
          detail: `chat ${detail}, ${name} calls its credentials ${status}`,
        },
      ];
    });
    return violationsOf('status-agrees', familyOf(judged), deviations);
  },
};
