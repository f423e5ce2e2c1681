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

/**
 * The probe's command says it as well, before it asks anyone. Judged where chat leaves no doubt: it is answered, or
 * ends for want of a credential before it sends anything.
 */
export const statusAgrees: GeneralLaw = {
  id: 'status-agrees',
  sentence: 'models status calls credentials missing where chat has none, and nowhere else',
  source: 'openclaw@2026.9.6:docs/cli/models.md (status: auth overview, missing auth, model route issues)',
  judges: (judged) => Boolean(observed(judged, 'chat') && observed(judged, 'probe')?.status),
  check: (judged) => {
    const [chat, probe] = [observed(judged, 'chat'), observed(judged, 'probe')];
    if (!chat || !probe?.status || endedInPreflight(chat) || outcomesMayDiffer(judged, chat)) return [];
    const accepted = chat.outcome.kind === 'answer' ? acceptedCredentials(chat) : null;
    const hasNone =
      chat.outcome.kind === 'failure' &&
      WANTS_CREDENTIAL.includes(chat.outcome.class) &&
      modelRequests(chat).length === 0;
    const disagreement =
      accepted && probe.status === 'missing'
        ? [`answer, ${credentialsHolder(accepted)}`, `answers with ${credentialsText(accepted)}`]
        : hasNone && probe.status === 'present'
          ? [outcomeText(chat), 'can use no credential']
          : null;
    if (!disagreement) return [];
    const [behaviour = '', detail = ''] = disagreement;
    return violationsOf('status-agrees', familyOf(judged), [
      {
        path: 'probe',
        reference: { path: 'chat', behaviour },
        behaviour: `status ${probe.status}`,
        detail: `chat ${detail}, models status calls its credentials ${probe.status}`,
      },
    ]);
  },
};
