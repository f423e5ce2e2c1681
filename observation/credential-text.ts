/** A credential in words: with the names of its case for people, and without them for fingerprints. */
import { describePlace, holderOf, type Place } from '../generators/secrets/place.ts';
import type { Credential, Damage, TextKind } from './credential.ts';

const DAMAGES: Record<Damage, string> = {
  whitespace: 'whitespace around a key',
  'other text': 'a key inside other text',
  mask: 'masked text',
};

const TEXTS: Record<TextKind, string> = {
  unknown: 'unknown text',
  'earlier run': 'a secret of an earlier run',
  empty: 'empty text',
  blank: 'blank text',
  undefined: 'the word undefined',
  null: 'the word null',
  masked: 'masked text',
  template: 'a template',
  marker: 'a marker',
  'variable name': 'a variable name',
  'profile id': 'a profile id',
};

const NAME = 'the text of apiKey';

/** The origin of a credential, as a sentence: `profile google:a (api_key)`. */
export function describeOrigin(credential: Credential): string {
  switch (credential.kind) {
    case 'secret':
      return describePlace(credential.place);
    case 'name':
      return NAME;
    case 'text':
      return TEXTS[credential.text];
  }
}

/** The holder of a credential, or what is wrong with it, without names: `profile`, `masked text`. */
export function describeHolder(credential: Credential): string {
  switch (credential.kind) {
    case 'secret':
      return credential.damage ? DAMAGES[credential.damage] : holderText(credential.place);
    case 'name':
      return NAME;
    case 'text':
      return TEXTS[credential.text];
  }
}

/** To a path, all sources of the AWS SDK are one. */
function holderText(place: Place): string {
  const holder = holderOf(place);
  return holder === 'aws' ? 'another AWS source' : holder;
}
