/**
 * Transcriptions as OpenAI's API makes them: of a form with a file and the name of a model, without which it answers 400, or of the same
 * as JSON, which OpenRouter takes.
 *
 * @source OpenAI API reference, "Create transcription" (`file` and `model` are required); OpenRouter API reference, "Create transcription"
 */
import { z } from 'zod';
import { jsonBody } from '../request-body.ts';
import { ANSWER_TEXT } from './dialect.ts';

const askedSchema = z.looseObject({ model: z.string().min(1) });

export async function transcribed(request: Request): Promise<Response> {
  const missing = (await jsonBody(request, askedSchema)) ? null : await missingField(request);
  if (missing === null) return Response.json({ text: ANSWER_TEXT });
  const message = `Missing required parameter: '${missing}'.`;
  const error = {
    message,
    type: 'invalid_request_error',
    param: missing,
    code: 'missing_required_parameter',
  };
  return Response.json({ error }, { status: 400 });
}

async function missingField(request: Request): Promise<string | null> {
  const form = await formOf(request);
  return ['file', 'model'].find((name) => !form?.get(name)) ?? null;
}

/** The form of a request; null where it has none, whatever it calls itself. */
async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.clone().formData();
  } catch {
    return null;
  }
}
