import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import { drawnCase } from './drawn-case.ts';
import { homeAsItIs } from './home-as-it-is.ts';
import type { Runnable } from './runnable.ts';

/** Any case as the lanes see it. */
export function runnableOf(value: AnyCase): Runnable {
  return isHomeCase(value) ? homeAsItIs(value) : drawnCase(value);
}
