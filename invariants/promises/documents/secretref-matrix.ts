/**
 * Promises of `openclaw@2026.9.6:docs/reference/secretref-user-supplied-credentials-matrix.json`: each field there takes
 * a reference in place of its text, and a path behaves as with the text.
 */
import { promisesOf } from '../documented-promise.ts';
import { MATRIX_A } from './matrix-fields-a.ts';
import { MATRIX_B } from './matrix-fields-b.ts';

const ROWS = [...MATRIX_A, ...MATRIX_B];

export const secretrefMatrix = promisesOf(
  {
    document: 'reference/secretref-user-supplied-credentials-matrix.json',
    slug: 'secretref-matrix',
    from: '2026.3.2',
  },
  ROWS.map(([id, field, from, to, paths, judged]) => ({
    id,
    heading: null,
    about: [`"path":"${field}"`],
    field,
    from,
    ...(to === null ? {} : { to }),
    kind: 'resolution' as const,
    paths,
    rule: `${field} takes a reference, which means what it points to.`,
    judged: typeof judged === 'string' ? { not: judged } : 'check' in judged ? judged : { by: [...judged] },
  })),
);
