/**
 * The files of a home that builds read when they look for a model or a credential, and why others are left out.
 *
 * @source docs/openclaw-auth-contract.md 1.1 (paths), 1.2 (.env), 1.3 and 1.6 (stores); openclaw@2026.9.6:docs/concepts/oauth.md
 *   (credentials of other programs), openclaw@2026.9.6:docs/providers/bedrock.md
 */
import type { HomeFile } from '../../home-case/home-case.ts';

/** The way a file is read. `exports`: a profile of the login shell. `sessions`: what was chosen for them. */
export type FileKind =
  | Exclude<HomeFile['as'], 'store'>
  | 'shared database'
  | 'agent database'
  | 'exports'
  | 'sessions';

const READ: readonly (readonly [RegExp, FileKind])[] = [
  [/^\.openclaw\/openclaw\.json$/, 'json'],
  [/^(\.openclaw|work|\.openclaw\/workspace[^/]*)\/\.env$/, 'variables'],
  [/^\.config\/openclaw\/[^/]+\.env$/, 'variables'],
  [/^\.openclaw\/agents\/[^/]+\/agent\/(auth-profiles|auth-state|auth|models|settings)\.json$/, 'json'],
  [/^\.openclaw\/agents\/[^/]+\/agent\/plugins\/[^/]+\/catalog\.json$/, 'json'],
  [/^\.openclaw\/agents\/[^/]+\/agent\/openclaw-agent\.sqlite$/, 'agent database'],
  [/^\.openclaw\/agents\/[^/]+\/sessions\/sessions\.json$/, 'sessions'],
  [/^\.openclaw\/state\/openclaw\.sqlite$/, 'shared database'],
  [/^\.openclaw\/credentials\/(oauth|[^/]*(copilot|token)[^/]*)\.json$/, 'json'],
  [/^\.openclaw\/workspace[^/]*\/\.(openclaw|pi)\/settings\.json$/, 'json'],
  [/^\.aws\/(config|credentials)$/, 'ini'],
  [/^\.aws\/sso\/cache\/[^/]+\.json$/, 'json'],
  [/^\.config\/gcloud\/application_default_credentials\.json$/, 'json'],
  [/^\.(codex\/auth|claude\/\.credentials|(qwen|gemini|minimax)\/oauth_creds)\.json$/, 'json'],
  [/^\.(profile|bash_profile|bash_login|bashrc|zshenv|zprofile|zshrc)$/, 'exports'],
];

const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/\.sqlite-(wal|shm|journal)$/, 'read with its database'],
  [/\.(bak|last-good|backup|old|orig)(\.\d+)?$|\.bak\b/, 'a copy that the build keeps'],
  [/\/sessions(\/|$)/, 'conversations'],
  [/\/(logs?|tmp|cache|compile-cache)(\/|$)|\.log$/, 'nothing that a build asks'],
  [/^\.openclaw\/credentials\//, 'channels'],
  [/^\.openclaw\/(extensions|plugins|npm)(\/|$)/, 'installed plugins: a case runs with those of the build'],
  [/^\.openclaw\/workspace/, "the user's work"],
  [/^\.openclaw\//, 'no model call reads it'],
  [/^\.aws\//, 'the AWS SDK gets it anew'],
  [
    /^([\w.-]*\.env([.\w-]*)|(docker-)?compose[\w.-]*\.ya?ml)$/,
    'variables that only a container or a shell knows: give them with --variables',
  ],
];

/**
 * The way in which a file is read, by its name below the home; null: it is not.
 *
 * @param agentFolders those that agents have in another place than the usual one
 */
export function kindOfFile(name: string, agentFolders: readonly string[] = []): FileKind | null {
  const own = agentFolders.find((folder) => name.startsWith(`${folder}/`));
  const usual = own === undefined ? name : `.openclaw/agents/main/agent${name.slice(own.length)}`;
  return READ.find(([pattern]) => pattern.test(usual))?.[1] ?? null;
}

export function whyLeftOut(name: string): string {
  return LEFT_OUT.find(([pattern]) => pattern.test(name))?.[1] ?? 'no build reads it';
}
