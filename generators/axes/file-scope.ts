/**
 * The folders from which an agent may read: the workspace alone (`tools.fs.workspaceOnly`), as the hardened baseline has it.
 *
 * @source openclaw@2026.9.6:docs/gateway/security/hardened-baseline.md; openclaw@2026.9.6:docs/gateway/security/tool-permissions.md
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

export const fileScope = axis({
  meaning: 'Where the tools of an agent may read files: anywhere, or in its workspace alone.',
  schema: z.enum(['anywhere', 'workspace']),
  usual: 'anywhere',
  since: 13,
  arbitrary: weighted({ anywhere: 23, workspace: 1 }),
});
