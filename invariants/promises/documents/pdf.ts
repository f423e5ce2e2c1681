/** Promises of `openclaw@2026.9.6:docs/tools/pdf.md`: the tool that gives a document to a model. */
import { promisesOf } from '../documented-promise.ts';

export const pdf = promisesOf({ document: 'tools/pdf.md', slug: 'pdf', from: '2026.3.13' }, [
  {
    id: 'call-names-model',
    heading: 'Input reference',
    about: ['optional model override'],
    kind: 'selection',
    paths: ['pdf-tool'],
    rule: 'The model that a call of the tool names is asked in place of the one that is configured or chosen.',
    judged: { by: ['explicit-choice'] },
  },
]);
