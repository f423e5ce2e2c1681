/** Bodies of requests, read by a schema of what an answer depends on. */
import type { z } from 'zod';
import { jsonOrNull } from '../support/json-or-null.ts';

/** The JSON body of a request; null for one that is no JSON, or of another form. The request can be read again. */
export async function jsonBody<T>(request: Request, schema: z.ZodType<T>): Promise<T | null> {
  return parsedJson(await request.clone().text(), schema);
}

/** The same of a text. */
export function parsedJson<T>(text: string, schema: z.ZodType<T>): T | null {
  return schema.safeParse(jsonOrNull(text)).data ?? null;
}

/** The fields of a form by a schema; null for one of another form. */
export async function formBody<T>(request: Request, schema: z.ZodType<T>): Promise<T | null> {
  const fields = new URLSearchParams(await request.clone().text());
  return schema.safeParse(Object.fromEntries(fields)).data ?? null;
}
