/** The words of a home that may name a provider, a plugin, a channel or a variable. */
import { variablesOf } from './addresses.ts';
import { askedIn, configurationOf } from './configuration.ts';
import type { HomeCase } from './home-case.ts';
import { withWords } from './secrets.ts';

/** Keys and texts of configuration and stores, what stands before the model of a reference, and names of variables. */
export function namesIn(value: HomeCase): ReadonlySet<string> {
  const found = new Set<string>(Object.keys(variablesOf(value)));
  const add = (text: string) => {
    found.add(text);
    found.add(text.split(/[/:]/, 1)[0] ?? text);
  };
  const look = (each: unknown): void => {
    if (typeof each === 'string') add(each);
    if (typeof each !== 'object' || each === null) return;
    if (!Array.isArray(each)) Object.keys(each).forEach(add);
    Object.values(each).forEach(look);
  };
  look(configurationOf(value));
  const records = value.files.flatMap((file) =>
    file.as === 'json' ? [file.content] : file.as === 'store' ? [file.profiles] : [],
  );
  look(withWords(records, value));
  look(askedIn(value).model);
  return found;
}
