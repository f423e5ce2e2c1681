import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import type { Facts } from './facts.ts';
import { factsOfCase } from './facts-of-case.ts';
import { factsOfHome } from './facts-of-home.ts';

/** The facts of any case. */
export function factsOf({ value }: { readonly value: AnyCase }): Facts {
  return isHomeCase(value) ? factsOfHome(value) : factsOfCase(value);
}
