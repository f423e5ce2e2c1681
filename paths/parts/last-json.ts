/** The JSON document of an output that may have log lines around it. */
export function lastJson(text: string): unknown {
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('\n{', start + 1)) {
    const end = text.lastIndexOf('}');
    try {
      return JSON.parse(text.slice(start, end + 1));
    } catch {
      // Not the document's first brace; the next line that opens one may be.
    }
  }
  return null;
}
