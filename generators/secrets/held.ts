import type { KeyShape } from '../axes/key-shape.ts';
import type { Validity } from '../axes/secret.ts';
import type { CasePlace } from './place.ts';

/** A secret of a case, before it has a text. */
export interface Held {
  readonly place: CasePlace;
  readonly validity: Validity;
  readonly shape: KeyShape;
}
