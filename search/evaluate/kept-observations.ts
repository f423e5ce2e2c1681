/**
 * Observations in a file, one a line: a search that was stopped goes on where it was, and one whose laws have changed is judged anew
 * without running anything.
 */
import { hash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Observation, observationSchema } from '../../observation/observation.ts';
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { parseJson } from '../../support/read-json.ts';

export interface KeptObservations {
  get(run: string): Observation | undefined;
  add(run: string, observation: Observation): void;
}

const lineSchema = z.object({ run: z.string(), observation: observationSchema });

/**
 * Whether a later sitting may take an observation for its own. A process that crashed or came to no end may have been short of
 * memory or time: it is met anew.
 */
export function isLasting({ outcome }: Observation): boolean {
  return outcome.kind !== 'failure' || (outcome.class !== 'crashed' && outcome.class !== 'timed-out');
}

/** Reads the file, which need not be there, and adds to it. What a process that was killed wrote by half is cut off. */
export function keptObservations(file: string): KeptObservations {
  const kept = new Map<string, Observation>();
  mkdirSync(path.dirname(file), { recursive: true });
  const written = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const whole = written.subarray(0, written.lastIndexOf('\n') + 1);
  if (whole.length < written.length) truncateSync(file, whole.length);
  for (const line of whole.toString('utf8').split('\n').filter(Boolean)) {
    const { data, error } = lineSchema.safeParse(parseJson(line, file));
    if (!data)
      throw new BadInput(`${file} holds a line that is no observation: ${firstIssue(error)}. Run anew.`);
    kept.set(data.run, data.observation);
  }
  let length = whole.length;
  return {
    get: (run) => kept.get(digestOf(run)),
    add(run, observation) {
      kept.set(digestOf(run), observation);
      const line = Buffer.from(`${JSON.stringify({ run: digestOf(run), observation })}\n`);
      try {
        appendFileSync(file, line);
      } catch (error) {
        // A full disk takes a part of a line, and another worker may add one behind it.
        if (existsSync(file)) truncateSync(file, length);
        throw error;
      }
      length += line.length;
    },
  };
}

function digestOf(text: string): string {
  return hash('sha256', text).slice(0, 24);
}
