/** Writes a line to stderr, so that stdout has the report alone. */
export function logLine(line: string): void {
  process.stderr.write(`${line}\n`);
}
