/**
 * Finds functions of a bundled build by their original names.
 *
 * A build's chunks export under short aliases (`export { clearConfigCache as t }`), or inside an object kept for
 * tests (`const testApi = { resetX }; export { testApi }`), and their file names change with every release. The
 * name in the declaration is kept, so the search goes by that.
 *
 * @source docs/openclaw-auth-contract.md 5.1
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** The place of a function: `(await import(file))[export]`, or a property of that. */
export const functionLocationSchema = z.object({
  /** The name that was looked for. */
  name: z.string(),
  file: z.string(),
  export: z.string(),
  property: z.string().nullable(),
});
export type FunctionLocation = z.infer<typeof functionLocationSchema>;

/**
 * The locations of the functions that the build in `root` has; one that it declares nowhere is left out.
 *
 * @throws Error when a function is declared and exported in no form that is known: to go on without it would leave
 *   state of one run to the next
 */
export async function locateFunctions(root: string, names: readonly string[]): Promise<FunctionLocation[]> {
  const folder = path.join(root, 'dist');
  const files = (await readdir(folder)).filter((name) => /\.m?js$/.test(name)).sort();
  const found = new Map<string, FunctionLocation>();
  const hidden = new Map<string, string>();
  for (const name of files) {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    for (const wanted of names) {
      if (found.has(wanted) || !text.includes(`function ${wanted}(`)) continue;
      const location = locationIn(text, wanted);
      if (location) found.set(wanted, { name: wanted, file, ...location });
      else hidden.set(wanted, file);
    }
  }
  const lost = [...hidden].find(([name]) => !found.has(name));
  if (lost) throw new Error(`${lost[1]} declares ${lost[0]} and exports it in no form that is known.`);
  return [...found.values()];
}

function locationIn(text: string, name: string): Omit<FunctionLocation, 'file' | 'name'> | null {
  const direct = aliasOf(name, text);
  if (direct) return { export: direct, property: null };
  const holder = new RegExp(`const (\\w+) = \\{[^}]*\\b${name}\\b[^}]*\\}`).exec(text)?.[1];
  const alias = holder ? aliasOf(holder, text) : null;
  return alias ? { export: alias, property: name } : null;
}

function aliasOf(name: string, text: string): string | null {
  for (const [, list = ''] of text.matchAll(/export\s*\{([^}]*)\}/g)) {
    for (const item of list.split(',')) {
      const [local, alias] = item.trim().split(/\s+as\s+/);
      if (local === name) return alias ?? name;
    }
  }
  return null;
}

/** Imports a function. @throws Error when its location holds none */
export async function loadFunction(
  location: FunctionLocation,
): Promise<(...values: readonly unknown[]) => unknown> {
  const module: Record<string, unknown> = await import(pathToFileURL(location.file).href);
  const exported = module[location.export];
  const found = location.property
    ? (exported as Record<string, unknown> | undefined)?.[location.property]
    : exported;
  if (typeof found !== 'function') throw new Error(`${location.file} has no function ${location.export}.`);
  return (...values) => found(...values);
}
