import { BadInput } from '../../support/bad-input.ts';
import { firstIssue, readJson } from '../../support/read-json.ts';
import { type Result, resultSchema } from './result.ts';

/**
 * Reads a result that `--json` wrote.
 *
 * @throws BadInput with the field that is wrong, or when the file is missing.
 */
export async function readResult(file: string): Promise<Result> {
  const parsed = resultSchema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  throw new BadInput(`${file} is not a result of this suite: ${firstIssue(parsed.error)}. Run it again.`);
}
