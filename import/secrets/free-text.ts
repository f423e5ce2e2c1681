/** Words of people: prompts, descriptions, notes. What stands in them nobody can tell. */
export function isFreeText(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^[\p{L}'’"(]{2,}/u.test(word));
  return words.length >= 5 || (words.length >= 4 && /[.!?]$/.test(text));
}
