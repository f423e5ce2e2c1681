import { z } from 'zod';
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { readJson } from '../../support/read-json.ts';
import { RESULT_VERSION, type Result, resultSchema } from './result.ts';

const versionSchema = z.object({ resultVersion: z.number() });

/**
 * Reads a result that `--json` wrote.
 *
 * @throws BadInput with the field that is wrong, for a result of another version, or when the file is missing.
 */
export async function readResult(file: string): Promise<Result> {
  const data = await readJson(file);
  const version = versionSchema.safeParse(data).data?.resultVersion;
  if (version !== undefined && version !== RESULT_VERSION)
    throw new BadInput(
      `${file} is a result of version ${version}; this suite reads version ${RESULT_VERSION}. Run it again.`,
    );
  const parsed = resultSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new BadInput(`${file} is not a result of this suite: ${firstIssue(parsed.error)}. Run it again.`);
}

/** The JSON Schema that is published as docs/result.schema.json, of the file that `--json` writes. */
export function resultJsonSchema(): object {
  return {
    title: 'Result of OpenClaw Auth Conformance',
    ...z.toJSONSchema(resultSchema, { io: 'input', reused: 'ref' }),
  };
}
