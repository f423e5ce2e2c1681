/** Turns that ask another model than their agent's settings name: a scheduled job names it, or a person picks it for a session. */
import type { Case } from '../generators/case.ts';
import { type Credential, ownerOf } from '../observation/credential.ts';
import { describeOrigin } from '../observation/credential-text.ts';
import type { Observation } from '../observation/observation.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import type { PathModel } from '../paths/path.ts';
import { pathOf } from '../paths/paths.ts';
import { type Judged, observed } from './law.ts';
import type { Deviation } from './violation.ts';

export function pathsThatName(how: NonNullable<PathModel['namedBesides']>): PathName[] {
  return ALL_PATHS.filter((path) => pathOf(path).model.namedBesides === how);
}

export function turnsOn(paths: readonly PathName[], judged: Judged): Observation[] {
  return paths.flatMap((path) => observed(judged, path) ?? []);
}

/** Whether the build does not know the model: that says nothing of credentials. */
export function isUnknownTo(turns: readonly Observation[]): boolean {
  return turns.some(({ outcome }) => outcome.kind === 'failure' && outcome.class === 'unknown-model');
}

/**
 * The case whose agent has a model of the provider that the turn names one of. Equal where a fallback would mean something else in it.
 *
 * @param unnamed the case without the name
 */
export function withAgentsModel(
  value: Case,
  unnamed: Case,
  named: 'same' | 'other-model' | 'other-provider',
): Case {
  const { provider, otherProvider, fallback } = value;
  if (named !== 'other-provider' || !otherProvider) return unnamed;
  return fallback
    ? value
    : { ...unnamed, provider: otherProvider, otherProvider: provider, chatProfile: null };
}

/** A credential of another provider than the one whose model the turn names, whether or not the configuration falls back on that provider. */
export function strangerIn(turn: Observation): Credential | undefined {
  return turn.requests
    .filter(({ purpose }) => purpose === 'model' || purpose === 'fallback')
    .flatMap(({ credentials }) => credentials)
    .find((each) => ![null, turn.model.provider].includes(ownerOf(each)));
}

export function strangerDeviation(turn: Observation, sent: Credential): Deviation {
  return {
    path: turn.path,
    reference: null,
    behaviour: "another provider's credential",
    detail: `${turn.path} names a model of ${turn.model.provider}, and sends ${describeOrigin(sent)}`,
  };
}
