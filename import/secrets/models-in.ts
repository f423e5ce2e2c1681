/** The names that a home gives to models. */
import { text } from '../../support/json-path.ts';
import { isJsonRecord } from '../../support/json-record.ts';

/** The ids of the models that entries list, anywhere in JSON. */
export function modelsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(modelsIn);
  if (!isJsonRecord(value)) return [];
  const listed: unknown[] = Array.isArray(value.models) ? value.models : [];
  const own = listed.flatMap((each) => (isJsonRecord(each) ? (text(each.id) ?? []) : []));
  return [...own, ...Object.values(value).flatMap(modelsIn)];
}
