/** The reports of a build on its credentials, and the builds whose documents say what they tell. */
import { isAtLeast } from '../../gateway/versions/version.ts';
import type { PathName } from '../../observation/path-name.ts';

/** A report of credentials: what it is about, and what it says. */
export interface CredentialReport {
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

const REPORTS: readonly CredentialReport[] = [
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
function providers(path: PathName, name: string, of: PathName): CredentialReport {
  return { path, name, of, saysUsableFrom: 'no build' };
}

/** Whether a report that calls credentials present says that they can be used. */
export function saysUsable({ saysUsableFrom: from }: CredentialReport, version: string): boolean {
  return from === 'every build' || (from !== 'no build' && isAtLeast(version, from));
}

/** Those whose documents say in a build what they tell of credentials. */
export function reportsOf(version: string): CredentialReport[] {
  return REPORTS.filter(({ documentedFrom: from }) => from === undefined || isAtLeast(version, from));
}
