import path from 'node:path';

/** The folder of subjects: `OPENCLAW_CONFORMANCE_CACHE`, or `.subjects` in the current folder. */
export function subjectCache(): string {
  return path.resolve(process.env.OPENCLAW_CONFORMANCE_CACHE ?? '.subjects');
}
