/** The keys for vectors: of a provider of the user's own by its entry alone, whatever else there is; of GitHub Copilot never by its entry. */
import type { PathName } from '../../observation/path-name.ts';

/** The paths that ask for vectors by one order of keys. */
export const MEMORY_AND_EMBEDDING = [
  'embedding',
  'memory',
  'memory-status',
  'http-embedding',
  'memory-tool',
] as const;

/** OpenAI-compatible providers of the user's own that embed. */
export const EMBEDDERS_OF_THE_USER = ['custom-openai', 'litellm', 'vllm'] as const;

export const EMBEDS_BY_ENTRY =
  'openclaw@2026.9.6:docs/reference/memory-config.md ("API key resolution"): the literal key of the entry, whatever profiles there are; an empty one selects no profile, and no variable is listed';

/** Whether only the key of its entry counts for a provider on a path. */
export function takesEntryKeyAlone(provider: string, path: PathName): boolean {
  const embedders: readonly string[] = EMBEDDERS_OF_THE_USER;
  const paths: readonly PathName[] = MEMORY_AND_EMBEDDING;
  return embedders.includes(provider) && paths.includes(path);
}

/** A provider of vectors that takes a variable or a login, and no key of its entry. */
export const EMBEDS_WITHOUT_ENTRY = 'github-copilot';

export const EMBEDS_BY_LOGIN =
  'openclaw@2026.6.11:docs/reference/memory-config.md ("API key resolution": of GitHub Copilot three variables and an "Auth profile via device login", of the others their variable and the key of their entry)';

/** Whether the key of its entry does not count for a provider on a path. */
export function takesNoEntryKey(provider: string, path: PathName): boolean {
  const paths: readonly PathName[] = MEMORY_AND_EMBEDDING;
  return provider === EMBEDS_WITHOUT_ENTRY && paths.includes(path);
}
