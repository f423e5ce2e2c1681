/** The faults by which judged promises are shown to fail, as a page of Markdown: `docs/promise-faults.md`. */

/** One promise: what was planted, and what was found of it; null where nothing was planted that its law finds. */
export interface PromiseFault {
  readonly promise: string;
  readonly planted: { readonly fault: string; readonly found: string } | null;
}

export function promiseFaultsPage(faults: readonly PromiseFault[]): string {
  const open = faults.filter(({ planted }) => planted === null);
  return [
    '# Faults of judged promises',
    '',
    '<!-- Made by `vitest run --project unit reports/promise-faults-page -u`. -->',
    '',
    `A law that judges a promise must be able to fail. A stand-in subject was given a fault for each promise that a law judges, in the newest build that makes it: ${faults.length - open.length} of ${faults.length} were found.`,
    '',
    '| promise | fault | found as, or by |',
    '| --- | --- | --- |',
    ...faults.map(({ promise, planted }) =>
      row([promise, planted?.fault ?? 'none was found', planted?.found ?? '']),
    ),
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('*', '\\*')).join(' | ')} |`;
}
