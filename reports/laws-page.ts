/** Every law as a page of Markdown: `docs/laws.md`. */
import { HARM_OF } from '../invariants/harm.ts';
import type { Law } from '../invariants/law.ts';

/** A law without its checks: laws over homes and over generated cases have it in common. */
type Told = Omit<Law, 'check' | 'judges'>;

/** @param drawn the laws that judge generated cases @param ofHomes those that judge imported homes */
export function lawsPage(drawn: readonly Told[], ofHomes: readonly Told[]): string {
  const inBoth = new Set(drawn.map(({ id }) => id).filter((id) => ofHomes.some((each) => each.id === id)));
  const ofHomesAlone = ofHomes.filter(({ id }) => !inBoth.has(id));
  return [
    '# Laws',
    '',
    '<!-- Made by `vitest run --project unit reports/laws-page -u`. -->',
    '',
    `${drawn.length + ofHomesAlone.length} laws judge what the paths of a case did. The column *cases* says of some which cases they judge: \`steps\`: those with [steps](steps.md) alone; \`homes\`: imported homes, too; \`homes alone\`; \`variant\`: the case and a changed one that promises the same. [causes.md](causes.md#harm) has the kinds of harm, worst first. Fingerprints and the files of \`invariants/laws/\` have the names of the laws.`,
    '',
    '| law | sentence | source | harm | cases |',
    '| --- | --- | --- | --- | --- |',
    ...drawn.map((law) => row(law, inBoth.has(law.id) ? 'homes' : null)),
    ...ofHomesAlone.map((law) => row(law, 'homes alone')),
    '',
  ].join('\n');
}

function row({ id, sentence, source, over, variant }: Told, homes: string | null): string {
  const cases = [over === 'both' ? 'steps, too' : over, homes, variant && 'variant']
    .filter(Boolean)
    .join(', ');
  return `| ${[`\`${id}\``, sentence, source, HARM_OF[id], cases].map(cell).join(' | ')} |`;
}

/** Text in a table: a bar would end the cell, and a star begins emphasis, but in code. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/`[^`]*`|\*/g, (part) => (part === '*' ? '\\*' : part));
}
