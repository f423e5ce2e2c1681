/**
 * A case that is a home: one user's files and variables as they are, with a named placeholder for each secret.
 *
 * @example
 * { "kind": "home", "schemaVersion": 1, "writtenBy": "2026.4.24",
 *   "files": [{ "path": ".openclaw/openclaw.json", "as": "json", "content": { "models": { … "apiKey": "{{models.providers.acme.apiKey}}" } } }],
 *   "secrets": { "models.providers.acme.apiKey": { "kind": "entry", "provider": "acme", "prefix": "sk-", … } }, … }
 */
import { z } from 'zod';
import { keyShapeSchema } from '../generators/axes/key-shape.ts';
import { homePlaceKindSchema } from '../generators/secrets/place.ts';
import { pathNameSchema } from '../observation/path-name.ts';
import { laterStepSchema } from './later-step.ts';

const HOME_CASE_VERSION = 1;

const path = z
  .string()
  .refine((text) => text !== '' && !text.startsWith('/') && !text.split('/').includes('..'), {
    message: 'must be a path below the home',
  });
const texts = z.record(z.string(), z.string());
const json = z.record(z.string(), z.unknown());

/** One file, by what it holds. Texts may hold placeholders: `{{name of a secret}}`, and `{{home}}` for the home's folder. */
const homeFileSchema = z.discriminatedUnion('as', [
  z.strictObject({ path, as: z.literal('json'), content: z.unknown() }),
  z.strictObject({ path, as: z.literal('variables'), variables: texts }),
  z.strictObject({ path, as: z.literal('ini'), sections: z.record(z.string(), texts) }),
  z.strictObject({ path, as: z.literal('text'), text: z.string() }),
  z.strictObject({
    path,
    as: z.literal('store'),
    profiles: json.describe('The store of profiles; empty: the database has none.'),
    state: json.describe('What OpenClaw remembers of them: orders, cooldowns.'),
    secrets: texts.default({}).describe('Its store of secrets, by name.'),
  }),
]);
export type HomeFile = z.infer<typeof homeFileSchema>;

const homeSecretSchema = z.strictObject({
  kind: homePlaceKindSchema,
  provider: z.string().nullable().describe('Whose secret it is; null where the home does not say.'),
  profile: z.string().nullable().default(null).describe('The id of the profile that it is a part of.'),
  form: z
    .enum(['key', 'jwt', 'pem', 'aws', 'text', 'word', 'digits'])
    .describe('`text`, and `word` and `digits` in names and ids: nothing that a request is followed by.'),
  prefix: z.string().describe('How it begins: builds decide by it.'),
  length: z.int().min(0).max(4096).describe('How long it is, to the next class.'),
  shape: keyShapeSchema.default('plain').describe('What was pasted around it.'),
  stale: z.boolean().default(false).describe('Whether its provider no longer accepts it.'),
  signedBy: z.string().nullable().default(null).describe('Of AWS: the secret that signs for it.'),
  session: z.string().nullable().default(null).describe('Of AWS: the session token that travels with it.'),
});
export type HomeSecret = z.infer<typeof homeSecretSchema>;

export const homeCaseSchema = z.strictObject({
  kind: z.literal('home'),
  schemaVersion: z.literal(HOME_CASE_VERSION),
  writtenBy: z
    .string()
    .nullable()
    .describe('The build that wrote the configuration last; null: it does not say.'),
  takenAt: z
    .number()
    .describe('The time to which the times in the files relate, in milliseconds since 1970.'),
  files: z.array(homeFileSchema),
  environment: texts.describe('The variables of the process.'),
  service: texts
    .optional()
    .describe('The variables of a gateway that runs as a service, in place of those of the process.'),
  secrets: z.record(z.string(), homeSecretSchema).describe('By name: what stands for each placeholder.'),
  asked: z.strictObject({
    model: z.string().nullable().describe('`provider/model` of chat; null: the configuration names it.'),
    agent: z.string().nullable().describe('The agent that takes turns; null: the usual one.'),
    failing: z.array(pathNameSchema).describe('The paths that failed for the user.'),
    before: z
      .array(z.array(z.string()).min(1))
      .default([])
      .describe('The commands that the user ran on the home before, as the words after `openclaw`.'),
    after: z
      .array(laterStepSchema)
      .optional()
      .describe(
        'What the user did once the paths had been taken: each is taken, then this happens, then it is taken again and judged.',
      ),
  }),
});
export type HomeCase = z.infer<typeof homeCaseSchema>;

export const CONFIG_FILE = '.openclaw/openclaw.json';

/** The content of a JSON file of a home; undefined where there is no such file. */
export function jsonAt({ files }: Pick<HomeCase, 'files'>, path: string): unknown {
  const file = files.find((each) => each.path === path);
  return file?.as === 'json' ? file.content : undefined;
}
