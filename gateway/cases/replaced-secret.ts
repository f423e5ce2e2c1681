/** A secret of a home case in place of which its user put another. */
import type { Canary } from '../../generators/secrets/canaries.ts';
import { holdersOf } from '../../home-case/holder-of-secret.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { type HomeTexts, placeholdersIn, textsOfHome } from '../../home-case/secrets.ts';
import { text } from '../../support/json-path.ts';
import type { Replaced } from './runnable.ts';

/** @param salt of the texts @returns null where the home has no such secret */
export function replacedSecret(
  value: HomeCase,
  { texts, canaries }: HomeTexts,
  name: string,
  salt: string,
): (Omit<Replaced, 'staged'> & { readonly after: HomeTexts }) | null {
  const newer = textsOfHome(value, `${salt} ${name} by another`);
  const nameOf = ({ place }: Canary) => (place.holder === 'home' ? place.name : null);
  const own = newer.canaries.find((each) => nameOf(each) === name);
  const [old, now] = [texts[name], newer.texts[name]];
  if (!own || old === undefined || now === undefined) return null;
  const left = canaries.map(
    (each): Canary => (nameOf(each) === name ? { ...each, validity: 'stale', isReplaced: true } : each),
  );
  const generation = left.filter((each) => nameOf(each) === name).length;
  const [stored] = value.files.some((file) => file.as === 'store' && placeholdersIn(file).includes(name))
    ? holdersOf(value, name)
    : [];
  return {
    old,
    now,
    files: value.files
      .filter((file) => file.as !== 'store' && placeholdersIn(file).includes(name))
      .map(({ path }) => path),
    profile: stored
      ? {
          id: own.place.holder === 'home' ? (own.place.profile ?? '') : '',
          provider: text(stored.record.provider) ?? '',
          type: text(stored.record.type) ?? '',
        }
      : null,
    after: {
      texts: { ...texts, [name]: now },
      canaries: [{ ...own, validity: 'live', generation }, ...left],
    },
  };
}
