/** A command that lists the providers of one capability, each with whether it is configured: it asks no model. */
import { z } from 'zod';
import type { Status } from '../../observation/status.ts';
import type { Path } from '../path.ts';
import { textOfEnd } from './answers.ts';
import { type Asked, ofAgent } from './drive.ts';
import { failureOf } from './failure.ts';
import { lastJson } from './last-json.ts';

const rowsSchema = z.array(z.object({ id: z.string(), configured: z.boolean().optional() }));
const listSchema = z.union([
  rowsSchema,
  z.object({ providers: rowsSchema }).transform(({ providers }) => providers),
  z.object({ generation: rowsSchema }).transform(({ generation }) => generation),
  z.object({ search: rowsSchema }).transform(({ search }) => search),
]);

interface Listing<Name extends string> {
  readonly name: Name;
  /** The capability, as the command calls it. */
  readonly word: string;
  /** The path that has the capability: its providers are listed. */
  readonly of: Path;
}

/**
 * @source openclaw@2026.9.6:docs/cli/infer.md ("`image providers --json` lists which bundled image providers are discoverable,
 *   configured, selected", "Provider inventory commands whose `configured` state can come from saved agent auth accept `--agent`")
 */
export function providerListing<Name extends string>({ name, word, of }: Listing<Name>): Path<Name> {
  return {
    name,
    drive: {
      command: (asked: Asked) => ['infer', word, 'providers', ...ofAgent(asked), '--json'],
      asksAgent: ({ inferTakesAgent }) => inferTakesAgent,
    },
    model: of.model,
    lists: of,
    servedBy: of.servedBy,
    missingIn: (build) => missingBefore(build) ?? of.missingIn(build),
    needs: {},
    turn: null,
    readEnd: (end, answers) =>
      end.exitCode === 0 && rowsIn(end.stdout) ? { kind: 'answer' } : failureOf(textOfEnd(end), answers),
    readReport: (stdout, provider) => ({ probe: null, status: statusIn(stdout, provider) }),
    medium: null,
    sharesCode: null,
    comparedFrom: null,
    isRepresentative: false,
  };
}

/** The listings of earlier builds say nothing of saved credentials. */
const missingBefore: Path['missingIn'] = ({ version, traits }) =>
  traits.inferTakesAgent ? null : `the provider lists of openclaw ${version} know no agent's credentials`;

function rowsIn(stdout: string): z.infer<typeof rowsSchema> | null {
  return listSchema.safeParse(lastJson(stdout)).data ?? null;
}

function statusIn(stdout: string, provider: string): Status | null {
  const configured = rowsIn(stdout)?.find(({ id }) => id === provider)?.configured;
  if (configured === undefined) return null;
  return configured ? 'present' : 'missing';
}
