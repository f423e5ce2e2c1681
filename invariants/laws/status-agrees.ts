import { isAtLeast } from '../../gateway/versions/version.ts';
import type { FailureClass } from '../../observation/outcome.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { Status } from '../../observation/status.ts';
import {
  acceptedCredentials,
  credentialsHolder,
  credentialsText,
  modelRequests,
  outcomeText,
} from '../behaviour.ts';
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

interface Report {
  readonly path: PathName;
  /** Its name for a reader. */
  readonly name: string;
  /** The path that has what it is about. */
  readonly of: PathName;
  /** The first build in which it says that credentials can be used; else it says that something is configured, which may be no credential. */
  readonly saysUsableFrom: 'every build' | 'no build' | `${number}.${number}.${number}`;
  /** The first build whose documents say what it tells of credentials; absent: as long as there is one. */
  readonly documentedFrom?: string;
}

const REPORTS: readonly Report[] = [
  { path: 'probe', name: 'models status', of: 'chat', saysUsableFrom: 'every build' },
  // Before, its column does not "prove exact … execution readiness" (openclaw@2026.5.22:docs/cli/models.md, and so until 2026.8.1).
  // Documents that are older than its column have the options of the command alone (openclaw@2026.3.13:docs/concepts/models.md, "models list").
  {
    path: 'model-listing',
    name: 'models list',
    of: 'chat',
    saysUsableFrom: '2026.9.6',
    documentedFrom: '2026.5.22',
  },
  { path: 'auth-status', name: 'models.authStatus', of: 'chat', saysUsableFrom: 'every build' },
  { path: 'model-list', name: 'models.list', of: 'chat', saysUsableFrom: 'every build' },
  { path: 'chat-startup', name: 'chat.startup', of: 'chat', saysUsableFrom: 'every build' },
  providers('image-providers', 'infer image providers', 'image-generation'),
  providers('audio-providers', 'infer audio providers', 'audio'),
  providers('video-providers', 'infer video providers', 'video-generation'),
  providers('speech-providers', 'infer tts providers', 'speech'),
  providers('embedding-providers', 'infer embedding providers', 'embedding'),
  providers('search-providers', 'infer web providers', 'web-search'),
];

/** A list of providers: `configured` is also one that has an entry of its own without a key. */
function providers(path: PathName, name: string, of: PathName): Report {
  return { path, name, of, saysUsableFrom: 'no build' };
}

function saysUsable({ saysUsableFrom: from }: Report, version: string): boolean {
  return from === 'every build' || (from !== 'no build' && isAtLeast(version, from));
}

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
    reportsOf(judged).some(({ path, of }) => observed(judged, of) && observed(judged, path)?.status),
  check: (judged) => {
    const deviations = reportsOf(judged).flatMap((report) => {
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

function reportsOf({ version }: JudgedAny): Report[] {
  return REPORTS.filter(({ documentedFrom: from }) => from === undefined || isAtLeast(version, from));
}

/** The behaviour of the path that a report is about, where the report says another thing. */
function disagreementOf(
  judged: JudgedAny,
  report: Report,
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
