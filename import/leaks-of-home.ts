/** Texts of a home's secrets in what was made of it: there must be none. */

/** Counts the secrets that an output holds, as they are, in base64, or as a part of an address. */
export function leakCount(texts: readonly string[], output: string): number {
  return texts.filter((text) => formsOf(text).some((form) => output.includes(form))).length;
}

function formsOf(text: string): string[] {
  const encoded = Buffer.from(text).toString('base64').replace(/=+$/, '');
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    ...(encoded.length >= 12 ? [encoded] : []),
  ];
}
