import { fingerprint } from './fingerprint.ts';
import { familyOf, type Law } from './law.ts';

export const noDisclosure: Law = {
  id: 'no-disclosure',
  sentence: 'no secret in stdout, stderr, logs, errors, sessions or files it was not put in',
  source: 'docs/gateway/secrets.md (SecretRefs keep credentials out of generated files)',
  check: (judged) =>
    judged.observations.flatMap(({ path, disclosures }) =>
      disclosures.map(({ where, place, pattern }) => ({
        law: 'no-disclosure' as const,
        paths: [path],
        detail: `${path} leaves the secret of ${place} in ${where}`,
        fingerprint: fingerprint('no-disclosure', familyOf(judged), [`${path}: ${pattern} in ${where}`]),
      })),
    ),
};
