/**
 * The grid of docs/openclaw-auth-contract.md 6, as far as the axes go: which credential each path of three
 * versions puts on the wire. The drivers are held against it.
 *
 * `table` is what the contract says, measured with the functions behind the paths and without secrets
 * activation; `explained` is what the real command does instead, with the reason.
 */
import { z } from 'zod';
import { caseSchema } from '../../generators/case.ts';
import { profileOf } from '../../generators/secrets/place.ts';
import { modelRequests } from '../../invariants/behaviour.ts';
import { type Credential, placeOf } from '../../observation/credential.ts';
import { describeHolder } from '../../observation/credential-text.ts';
import type { Observation } from '../../observation/observation.ts';
import data from './grid.json' with { type: 'json' };

const cellsSchema = z.record(z.string(), z.record(z.string(), z.string()));

const gridSchema = z.array(
  z.strictObject({
    row: z.string(),
    case: caseSchema,
    table: cellsSchema,
    explained: z
      .record(z.string(), z.record(z.string(), z.strictObject({ seen: z.string(), why: z.string() })))
      .optional(),
  }),
);
export type GridRow = z.infer<typeof gridSchema>[number];

export const GRID: readonly GridRow[] = gridSchema.parse(data);

/** An observation in the words of the grid: `env`, `a > b rejected`, `no-credential`, `a [ok]`. */
export function cellText(observation: Observation): string {
  const sent = modelRequests(observation).map(
    ({ credentials }) => credentials.map(keyName).join('+') || 'nothing',
  );
  const keys = sent.filter((key, index) => key !== sent[index - 1]).join(' > ');
  const { outcome, probe } = observation;
  const end = probe
    ? `[${probe.map(({ status, reason }) => (reason ? `${status}:${reason}` : status)).join(',') || 'none'}]`
    : outcome.kind === 'failure'
      ? outcome.class
      : '';
  return [keys, end].filter(Boolean).join(' ');
}

function keyName(credential: Credential): string {
  const place = placeOf(credential);
  if (place?.holder === 'environment') return 'env';
  if (place?.holder === 'entry') return 'entry';
  return (place && profileOf(place)?.name) ?? describeHolder(credential);
}
