/** `auth-conformance targets`: the installed subjects. */
import { Command } from '@commander-js/extra-typings';
import { removeStaleRunFolders } from '../../gateway/run-folder.ts';
import {
  installSubject,
  listSubjects,
  removeInterrupted,
  removeSubject,
} from '../../gateway/subject/install.ts';
import { subjectCache } from '../../gateway/subject/subject-cache.ts';
import { parseTarget } from '../../gateway/subject/target.ts';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { removeRecords } from '../../search/record/run-record.ts';
import { BadInput } from '../../support/bad-input.ts';
import { logLine } from '../../support/log-line.ts';
import { suiteLine } from '../../support/shell-line.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export function targetsCommand() {
  const command = new Command('targets').description('list, install and remove OpenClaw builds');
  command
    .command('list')
    .description('the builds in the cache, and the fault of each that is broken')
    .action(async () => {
      const subjects = await listSubjects();
      for (const { name, build } of subjects)
        process.stdout.write(
          build instanceof BadInput
            ? `${name}\tbroken: ${build.message}\n`
            : `${name}\topenclaw ${build.version}\n`,
        );
      if (subjects.length === 0)
        process.stdout.write(
          `No build in ${subjectCache()}. Install one: ${suiteLine('targets', 'install', DEFAULT_TARGET)}\n`,
        );
    });
  command
    .command('install')
    .description('install builds from npm or a .tgz')
    .argument('<spec...>', 'version, latest or .tgz')
    .action(async (specs: string[]) => {
      const signal = stopOnSignals(logLine);
      // A wrong one is told before the others are installed.
      for (const spec of specs) parseTarget(spec);
      for (const spec of specs) {
        const subject = await installSubject(spec, logLine, signal);
        process.stdout.write(`openclaw ${subject.version} in ${subject.root}\n`);
      }
    });
  command
    .command('remove')
    .description('remove installed builds')
    .argument('<spec...>', 'version, latest or .tgz')
    .action(async (specs: string[]) => {
      for (const spec of specs) parseTarget(spec);
      for (const spec of specs) {
        await removeSubject(spec);
        process.stdout.write(`Removed ${spec}\n`);
      }
    });
  command
    .command('clean')
    .description('remove the folders that interrupted installs and stopped or killed runs left behind')
    .action(async () => {
      const removed = [...(await removeInterrupted()), ...removeRecords(), ...removeStaleRunFolders()];
      process.stdout.write(
        removed.length > 0 ? `Removed ${removed.join(', ')}\n` : 'Nothing is left over.\n',
      );
    });
  return command;
}
