/** The commands of a build that say what it makes of its configuration. */
import { z } from 'zod';
import { type HomeCommand, type HomeCommands, jsonIn } from './home-commands.ts';

/** @source openclaw@2026.9.6:docs/cli/config.md (validate), openclaw@2026.9.6:docs/cli/secrets.md (audit) */
const validationSchema = z.object({
  valid: z.boolean(),
  /** Of the file that was read. */
  path: z.string(),
  issues: z.array(z.object({ path: z.string() })).default([]),
});
const auditSchema = z.object({
  findings: z.array(z.object({ code: z.string(), jsonPath: z.string() })),
});

export interface Answer {
  /** The places that the command is about, dotted. */
  readonly places: readonly string[];
  /** All that it printed. */
  readonly printed: string;
}

type Home = Omit<HomeCommand, 'argv'>;

/** The places for which the build refuses a configuration, none if it takes it; and the file that it read. */
export async function validate(
  commands: Pick<HomeCommands, 'run'>,
  home: Home,
): Promise<{ readonly places: readonly string[]; readonly file: string }> {
  const end = await commands.run({ ...home, argv: ['config', 'validate', '--json'] });
  const { valid, issues, path: file } = jsonIn(end, validationSchema, 'config validate');
  return { places: valid ? [] : issues.map((each) => each.path), file };
}

/** The places of references that its audit calls unresolved. */
export async function audit(
  commands: Pick<HomeCommands, 'run'>,
  home: Home,
  options: readonly string[] = [],
): Promise<Answer> {
  const end = await commands.run({ ...home, argv: ['secrets', 'audit', '--json', ...options] });
  const { findings } = jsonIn(end, auditSchema, 'secrets audit');
  const unresolved = findings.filter(({ code }) => code === 'REF_UNRESOLVED');
  return { places: unresolved.map(({ jsonPath }) => jsonPath), printed: `${end.stdout}\n${end.stderr}` };
}
