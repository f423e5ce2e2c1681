/** The end of a question at a door of a gateway. */
export type DoorEnd =
  /** `status`: that of HTTP; 200 for any other door that gave an answer, 500 for one that refused. */
  | { readonly kind: 'reply'; readonly status: number; readonly text: string }
  /** The channel of the gateway never asked for messages: nothing could be sent. */
  | { readonly kind: 'not-up' }
  /** The connection ended without an answer. */
  | { readonly kind: 'crashed' }
  /** A process that took part was ended from outside. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'timed-out' };
