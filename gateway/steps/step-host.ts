/** A host carries out steps on a home: by commands one after the other, or on a gateway that goes on. */
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { Subject } from '../subject/subject.ts';
import type { HostActions } from './host-actions.ts';
import type { LivingHome } from './living-home.ts';

export interface StepHost extends HostActions {
  readonly lane: Lane;
  readonly subject: Subject;
  take(living: LivingHome, path: AnyPath): Promise<Observation[]>;
  /** Takes a path twice at the same time; each observation has the requests of both. */
  takeTwice(living: LivingHome, path: AnyPath): Promise<Observation[]>;
  end(): Promise<void>;
}
