/**
 * `$include` of openclaw.json: a file, or several, merged under the keys beside it.
 *
 * @source openclaw@2026.9.6:docs/gateway/configuration.md ($include)
 */
import path from 'node:path';
import { BadInput } from '../support/bad-input.ts';
import { isJsonRecord, type JsonRecord } from '../support/json-record.ts';

/**
 * The value with every `$include` below it resolved.
 *
 * @param read throws where a file cannot be had
 * @param open the files whose includes led to the value
 * @throws BadInput when a file includes itself
 */
export function withIncludes(
  value: unknown,
  folder: string,
  read: (file: string) => JsonRecord,
  open: readonly string[] = [],
): unknown {
  if (Array.isArray(value)) return value.map((each) => withIncludes(each, folder, read, open));
  if (!isJsonRecord(value)) return value;
  const { $include, ...own } = value;
  const resolved = Object.fromEntries(
    Object.entries(own).map(([key, child]) => [key, withIncludes(child, folder, read, open)]),
  );
  const names = [$include].flat().filter((name) => typeof name === 'string');
  const included = names.map((name) => {
    const file = path.resolve(folder, name);
    if (open.includes(file)) throw new BadInput(`$include: ${file} includes itself. Remove one of them.`);
    return withIncludes(read(file), path.dirname(file), read, [...open, file]);
  });
  return [...included, resolved].reduce(merged, {});
}

function merged(left: unknown, right: unknown): unknown {
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (!isJsonRecord(left) || !isJsonRecord(right)) return right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      key in left && key in right ? merged(left[key], right[key]) : (right[key] ?? left[key]),
    ]),
  );
}
