/** `auth-conformance promises`: the rules of OpenClaw's documents, which law judges each, and what changed between builds. */

import { Command } from '@commander-js/extra-typings';
import Table from 'cli-table3';
import { installSubject } from '../../gateway/subject/install.ts';
import { parseTarget } from '../../gateway/subject/target.ts';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { type Digests, digestsOf, keepDigests, keptDigests } from '../../invariants/promises/digests.ts';
import { type DocumentedPromise, judgesOf } from '../../invariants/promises/documented-promise.ts';
import { driftOf } from '../../invariants/promises/drift.ts';
import { ALL_PROMISES, promisesFor } from '../../invariants/promises/promises.ts';
import { promisesPage } from '../../reports/promises-page.ts';
import { BadInput } from '../../support/bad-input.ts';

export function promisesCommand() {
  const command = new Command('promises')
    .description('the promises that the documents of a build make, and the laws that judge them')
    .option('--target <spec>', 'version, latest, .tgz or folder', DEFAULT_TARGET)
    .option('--json', 'as JSON', false)
    .option('--markdown', 'all promises, of whatever build, as docs/promises.md has them', false)
    .action(async ({ target, json, markdown }) => {
      if (markdown) {
        process.stdout.write(promisesPage(ALL_PROMISES));
        return;
      }
      const { version } = await installSubject(target, progress);
      const promises = promisesFor(version);
      process.stdout.write(json ? `${JSON.stringify(promises, null, 2)}\n` : table(promises));
    });
  command
    .command('diff')
    .description('promises whose passage changed, is gone or is new between two builds')
    .argument('<before>', 'version, .tgz or folder')
    .argument('<after>', 'version, .tgz or folder')
    .action(async (before: string, after: string) => {
      for (const spec of [before, after]) parseTarget(spec);
      const drifted = driftOf(ALL_PROMISES, await digests(before), await digests(after));
      for (const { promise, drift } of drifted) {
        const [{ document, heading } = { document: '', heading: null }] = promise.passages;
        process.stdout.write(`${drift}\t${promise.id}\t${document}${heading ? ` # ${heading}` : ''}\n`);
      }
      process.stdout.write(
        `${drifted.length} of ${ALL_PROMISES.length} promises differ between ${before} and ${after}\n`,
      );
    });
  command
    .command('keep')
    .description("keep the digests of a build's passages, to compare later builds with")
    .argument('<spec...>', 'version, .tgz or folder')
    .action(async (specs: string[]) => {
      for (const spec of specs) parseTarget(spec);
      for (const spec of specs) {
        const subject = await installSubject(spec, progress);
        const found = digestsOf(subject.root);
        if (found) await keepDigests(subject.version, found);
        process.stdout.write(
          `openclaw ${subject.version}: ${found ? 'kept' : 'ships none of the documents'}\n`,
        );
      }
    });
  return command;
}

/** Kept digests answer at once; a build that has none is installed and read. */
async function digests(spec: string): Promise<Digests> {
  const kept = (await keptDigests())[spec];
  if (kept) return kept;
  const subject = await installSubject(spec, progress);
  const found = digestsOf(subject.root);
  if (!found)
    throw new BadInput(`openclaw ${subject.version} ships none of the documents. Give another build.`);
  return found;
}

function table(promises: readonly DocumentedPromise[]): string {
  const rows = new Table({
    head: ['promise', 'kind', 'paths', 'judged by'],
    style: { head: [], border: [] },
    colWidths: [58, 14, 22, 34],
    wordWrap: true,
  });
  for (const { id, rule, kind, paths, judged } of promises) {
    const by = 'not' in judged ? `not judged: ${judged.not}` : judgesOf({ judged }).join(', ');
    rows.push([`${id}\n${rule}`, kind, paths === 'all' ? 'all' : paths.join(', '), by]);
  }
  const judgedCount = promises.filter((promise) => judgesOf(promise).length > 0).length;
  return `${rows.toString()}\n${promises.length} promises, ${judgedCount} judged\n`;
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
