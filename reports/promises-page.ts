/** The promises of OpenClaw's documents as a page of Markdown: `docs/promises.md`. */
import { type DocumentedPromise, judgesOf } from '../invariants/promises/documented-promise.ts';

export function promisesPage(promises: readonly DocumentedPromise[]): string {
  const documents = [...Map.groupBy(promises, documentOf)];
  return [
    '# Promises of the documents',
    '',
    '<!-- Made by `auth-conformance promises --markdown`. -->',
    '',
    `${promises.length} rules of ${documents.length} documents of OpenClaw, in our words; ${countJudged(promises)} are judged by a law or a check. A rule holds for the builds whose documents make it; builds of 2026.4 ship none from 2026.4.15 on.`,
    '',
    '| document | promises | judged |',
    '| --- | --- | --- |',
    ...documents.map(([document, own]) => `| ${document} | ${own.length} | ${countJudged(own)} |`),
    '',
    ...documents.flatMap(([document, own]) => [
      `## ${document}`,
      '',
      '| promise | rule | builds | paths | judged by |',
      '| --- | --- | --- | --- | --- |',
      ...own.map(row),
      '',
    ]),
  ].join('\n');
}

function documentOf({ passages }: DocumentedPromise): string {
  return passages[0]?.document ?? '';
}

function countJudged(promises: readonly DocumentedPromise[]): number {
  return promises.filter((promise) => judgesOf(promise).length > 0).length;
}

function row({ id, rule, builds, paths, judged }: DocumentedPromise): string {
  const cells = [
    id,
    rule,
    builds.to === null ? `from ${builds.from}` : `${builds.from} to ${builds.to}`,
    paths === 'all' ? 'all' : paths.join(', '),
    'not' in judged ? `none: ${judged.not}` : judgesOf({ judged }).join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('*', '\\*')).join(' | ')} |`;
}
