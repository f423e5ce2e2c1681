/** A home that has a configuration and nothing else. */
import type { HomeCase } from '../home-case/home-case.ts';
import type { PathName } from '../observation/path-name.ts';
import { homeCaseOf } from './home-case-of.ts';

export function configuredHome(content: object, failing: readonly PathName[] = []): HomeCase {
  return homeCaseOf({
    files: [{ path: '.openclaw/openclaw.json', as: 'json', content }],
    asked: { model: null, agent: null, failing },
  });
}
