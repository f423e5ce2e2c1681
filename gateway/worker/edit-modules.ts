/**
 * Edits single statements of the subject's modules while a warm process loads them. The `cli` lane, which confirms,
 * runs without it. `gateway/versions/warm-edits.ts` lists the statements, with the reason for each.
 */
import { registerHooks } from 'node:module';
import type { ModuleEdit } from '../versions/module-edit.ts';

/**
 * Call before the subject is imported.
 *
 * @returns the edits that were made so far: a build may have no such statement
 */
export function editModules(edits: readonly ModuleEdit[]): ReadonlySet<ModuleEdit> {
  const made = new Set<ModuleEdit>();
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const ofModule = edits.filter(({ module }) => module.test(url));
      if (ofModule.length === 0 || !loaded.source) return loaded;
      let source =
        typeof loaded.source === 'string'
          ? loaded.source
          : Buffer.from(loaded.source as Uint8Array).toString();
      for (const edit of ofModule) {
        if (!edit.statement.test(source)) continue;
        source = source.replace(edit.statement, edit.replacement);
        made.add(edit);
      }
      return { ...loaded, source };
    },
  });
  return made;
}
