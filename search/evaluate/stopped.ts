/** The reason why a search ended before its work was done. */
import { BadInput } from '../../support/bad-input.ts';
import { Interrupted } from './interrupted.ts';

/** The reason of an abort signal that ends a search. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * One line for whatever ended a search. An error that nobody foresaw brings its stack, for a report of it.
 *
 * @example 'stopped by SIGINT'
 */
export function stopReason(error: unknown): string {
  if (error instanceof Stopped || error instanceof Interrupted || error instanceof BadInput)
    return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `no space is left${path ? ` for ${path}` : ''}. Free some, and go on with --resume.`;
  return code ? error.message : (error.stack ?? error.message);
}

/** The work's result, unless the signal comes first: then its reason is thrown, and what the work comes to is not waited for. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
