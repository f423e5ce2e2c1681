/** The JSON document of an output that may have log lines around it: an object, or an array that begins a line. */
export function lastJson(text: string): unknown {
  const first = text.indexOf('{');
  const starts = [...text.matchAll(/^[{[]/gm)].map(({ index }) => index).filter((start) => start !== first);
  for (const start of [...starts, ...(first < 0 ? [] : [first])].sort((a, b) => a - b)) {
    const end = text.lastIndexOf(text[start] === '[' ? ']' : '}');
    try {
      return JSON.parse(text.slice(start, end + 1));
    } catch {
      // Not the document's first bracket; the next line that opens one may be.
    }
  }
  return null;
}
