/**
 * Google's application default credentials: the files that a user of a Google cloud provider has, and what they hold.
 *
 * @source Google Cloud, "How Application Default Credentials works" (the file that GOOGLE_APPLICATION_CREDENTIALS names comes before that
 *   in the well-known place); openclaw@2026.9.6:docs/providers/google.md (`google-vertex` with these credentials)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { weighted } from './weighted.ts';

/** `authorized-user`: of `gcloud auth application-default login`. `service-account`: with the private key of an account. */
export const defaultCredentialsKindSchema = z.enum(['authorized-user', 'service-account']);
export type DefaultCredentialsKind = z.infer<typeof defaultCredentialsKindSchema>;

/** `well-known`: in `~/.config/gcloud`. `variable`: where GOOGLE_APPLICATION_CREDENTIALS names it. */
export const defaultCredentialsAtSchema = z.enum(['well-known', 'variable']);

const fileSchema = z.strictObject({
  kind: defaultCredentialsKindSchema,
  at: defaultCredentialsAtSchema.describe(
    'Where the file is. well-known: ~/.config/gcloud/application_default_credentials.json. variable: at another path, which GOOGLE_APPLICATION_CREDENTIALS names.',
  ),
  holds: z
    .enum(['live', 'stale'])
    .describe('Whether Google gives a token for it; stale: it was withdrawn, and Google answers 400.'),
});
export type DefaultCredentials = z.infer<typeof fileSchema>;

/** The file that is read: the one that the variable names, where there are two. */
export function readFirst(files: readonly DefaultCredentials[]): DefaultCredentials | null {
  return files.find(({ at }) => at === 'variable') ?? files[0] ?? null;
}

const file = fc.record({
  kind: fc.constantFrom(...defaultCredentialsKindSchema.options),
  at: fc.constantFrom(...defaultCredentialsAtSchema.options),
  holds: weighted({ live: 3, stale: 1 }),
});

/** One file most often: two differ in their place. */
function filesArbitrary(least: 0 | 1, most: 1 | 2): fc.Arbitrary<DefaultCredentials[]> {
  return fc.uniqueArray(file, { selector: ({ at }) => at, minLength: least, maxLength: most, size: 'small' });
}

/** One file, and no other credential. */
export const oneFileArbitrary = filesArbitrary(1, 1);

export const defaultCredentials = setupAxis({
  meaning:
    "The files of Google's application default credentials; none for a provider that is not in Google's cloud.",
  schema: z
    .array(fileSchema)
    .max(2)
    .refine((files) => new Set(files.map(({ at }) => at)).size === files.length, {
      message: 'must be in different places',
    }),
  usual: [],
  since: 16,
  arbitrary: ({ isGoogleCloud }) =>
    isGoogleCloud ? filesArbitrary(0, 2) : fc.constant<DefaultCredentials[]>([]),
});
