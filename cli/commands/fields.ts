/** `auth-conformance fields`: which fields that the documents of a build list take a secret reference. */
import { Command } from '@commander-js/extra-typings';
import { documentedFields } from '../../gateway/fields/documented-fields.ts';
import { installSubject } from '../../gateway/subject/install.ts';
import { settingsFor } from '../../invariants/setting-as-documented.ts';
import { fieldsText } from '../../reports/fields-text.ts';
import { fieldsOf } from '../../search/fields.ts';
import { BadInput } from '../../support/bad-input.ts';
import { logLine } from '../../support/log-line.ts';
import { exitCodes } from '../exit-codes.ts';
import { targetOption } from '../options.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export function fieldsCommand() {
  return new Command('fields')
    .description(
      'check the configuration fields of a build: which documented ones take a secret reference, and more',
    )
    .addOption(targetOption())
    .option('--field <name>', 'one of them alone, as the documents name it')
    .option('--json', 'as JSON', false)
    .action(async ({ target, field, json }) => {
      const signal = stopOnSignals(logLine);
      const subject = await installSubject(target, logLine, signal);
      const documented = (await documentedFields(subject)).map((each) => each.field);
      const names = [...documented, ...settingsFor(subject.version)];
      if (documented.length === 0)
        throw new BadInput(`openclaw ${subject.version} ships no list of such fields. Give another build.`);
      if (field !== undefined && !names.includes(field))
        throw new BadInput(
          `--field ${field}: openclaw ${subject.version} documents no such field. "fields" without it names them.`,
        );
      const fields = await fieldsOf(subject, {
        only: field === undefined ? null : new Set([field]),
        known: [],
        withSettings: true,
        signal,
      });
      process.stdout.write(json ? `${JSON.stringify(fields, null, 2)}\n` : fieldsText(fields));
      const isUntested =
        fields.problem !== null || fields.observed.every(({ verdict }) => verdict === 'not testable');
      const isBroken = fields.observed.some(({ verdict }) => verdict === 'violates');
      process.exitCode = exitCodes[isBroken ? 'violates' : isUntested ? 'not testable' : 'conforms'];
    });
}
