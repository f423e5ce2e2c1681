/** A home that has a configuration and nothing else. */
import { type HomeCase, homeCaseSchema } from '../home-case/home-case.ts';
import type { PathName } from '../observation/path-name.ts';

export function configuredHome(content: object, failing: readonly PathName[] = []): HomeCase {
  return homeCaseSchema.parse({
    kind: 'home',
    schemaVersion: 1,
    writtenBy: null,
    takenAt: 0,
    files: [{ path: '.openclaw/openclaw.json', as: 'json', content }],
    environment: {},
    secrets: {},
    asked: { model: null, agent: null, failing },
  });
}
