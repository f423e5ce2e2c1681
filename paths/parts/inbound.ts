/** An attachment that comes in with a turn. */

export interface Inbound {
  /** Whether the body of a request to a model brings the attachment; null: any request of its own does. */
  readonly isIn: ((body: string) => boolean) | null;
  /**
   * `turn`: the model of the turn gets it. `own request`: another request gives it to a model, and that one alone is
   * looked at: the turn is what chat does.
   */
  readonly readBy: 'turn' | 'own request';
}
