/** The token of the bot that people write to: a canary beside those of the case, for gateways with a channel. */
import { hash } from 'node:crypto';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { Runnable } from '../cases/runnable.ts';

/** @param salt that of the gateway's canaries */
export function channelToken({ provider }: Pick<Runnable, 'provider'>, salt: string): Canary {
  const text = `4242777:AA${hash('sha256', `${salt}\nchannel`).slice(0, 33)}`;
  return {
    place: { holder: 'channel', provider },
    // No provider accepts it.
    validity: 'stale',
    text,
    exchanged: null,
    written: text,
    signingText: null,
    sessionToken: null,
    reference: null,
  };
}
