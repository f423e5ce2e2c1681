/** Requirement coverage: which promises of OpenClaw's documents the cases of a run exercised, and which they broke. */
import type { Case } from '../../generators/case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { LawId } from '../../invariants/law-id.ts';
import { bindsAny, isAboutAny } from '../../invariants/promises/concerns.ts';
import type { DocumentedPromise } from '../../invariants/promises/documented-promise.ts';
import { promisesBroken, promisesExercised } from '../../invariants/promises/of-laws.ts';
import { type PromiseId, promisesFor } from '../../invariants/promises/promises.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { Judgement } from '../evaluate/judge-case.ts';
import type { Result } from './result.ts';

export class PromiseCoverage {
  readonly #exercised = new Map<PromiseId, number>();
  readonly #broken = new Map<PromiseId, number>();
  readonly #version: string;

  constructor(version: string) {
    this.#version = version;
  }

  add(value: Case, { observations, violations, judgedBy }: Judgement): void {
    for (const { id } of promisesExercised(value, observations, judgedBy, this.#version))
      this.#exercised.set(id, (this.#exercised.get(id) ?? 0) + 1);
    const broken = violations.flatMap((each) => promisesBroken(each, value, this.#version));
    for (const id of new Set(broken.map((promise) => promise.id)))
      this.#broken.set(id, (this.#broken.get(id) ?? 0) + 1);
  }

  isExercised(id: PromiseId): boolean {
    return this.#exercised.has(id);
  }

  /** The number of cases that exercised and broke each promise that the laws judge. */
  counts(laws: readonly LawId[]): Result['promises'] {
    return Object.fromEntries(
      judgedPromises(this.#version, laws).map(({ id }) => [
        id,
        { exercised: this.#exercised.get(id) ?? 0, broken: this.#broken.get(id) ?? 0 },
      ]),
    );
  }
}

/** The promises of a build's documents that a run on these paths and providers may be asked to exercise. */
export function promisesOwed(
  version: string,
  laws: readonly LawId[],
  paths: readonly PathName[],
  providers: readonly ProviderId[],
): DocumentedPromise<PromiseId>[] {
  return judgedPromises(version, laws).filter(
    (promise) => bindsAny(promise, paths) && isAboutAny(promise, providers),
  );
}

function judgedPromises(version: string, laws: readonly LawId[]): DocumentedPromise<PromiseId>[] {
  return promisesFor(version).filter(
    ({ judged }) => 'by' in judged && judged.by.some((law) => laws.includes(law)),
  );
}
