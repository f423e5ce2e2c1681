/** Malformed input, from sound input by one change: what hands, editors, disks and other programs do to files. */
import fc from 'fast-check';
import { isJsonRecord } from '../support/json-record.ts';
import { CANARY } from './clear-line.ts';

/** Values that no field of ours may have, or few. A secret among them must not be told. */
const WRONG: readonly unknown[] = [
  ...[null, true, -1, 1.5, 1e300, 99, '', ' ', [], {}, [[]], { a: 1 }],
  ...[
    `${CANARY}-value`,
    `${CANARY} \u001b[31m\u0007`,
    `${CANARY}\n\u2028second line`,
    '\ud800',
    'x'.repeat(5000),
  ],
];
const wrongValue = fc.constantFrom(...WRONG);
const wrongKey = fc.constantFrom(`${CANARY}-key`, 'coment', 'a\nb', '\u001b[0m', 'constructor', '\ud800', '');

/** A JSON value with one field replaced, removed, added or moved into a list. */
function spoiledValue(sound: unknown): fc.Arbitrary<unknown> {
  return fc
    .record({
      at: fc.nat(),
      how: fc.constantFrom('replace', 'remove', 'add', 'wrap'),
      value: wrongValue,
      key: wrongKey,
    })
    .map(({ at, how, value, key }) => {
      const copy = { top: structuredClone(sound) };
      const places = placesOf(copy);
      const place = places[at % places.length]!;
      const { holder, key: name } = place;
      const before = holder[name];
      if (how === 'replace') holder[name] = value;
      else if (how === 'wrap') holder[name] = [before];
      else if (how === 'add' && isJsonRecord(before)) holder[name] = { ...before, [key]: value };
      else if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
      return copy.top;
    });
}

type Holder = Record<string | number, unknown>;

function placesOf(value: unknown): { holder: Holder; key: string | number }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    { holder: value as Holder, key },
    ...placesOf(child),
  ]);
}

/** The bytes of a file whose text was sound. */
export function spoiledBytes(sound: string): fc.Arbitrary<Buffer> {
  const odd = fc.constantFrom(
    ...[
      '',
      ' ',
      '\u0000',
      '\ufeff',
      '{',
      '[',
      ']]',
      'null',
      '"',
      `"${CANARY}`,
      `{"${CANARY}": `,
      '<!doctype html>',
    ],
    ...[
      '['.repeat(300),
      '['.repeat(200_000),
      `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
      'SQLite format 3\u0000',
    ],
    ...[
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      `{ // ${CANARY}\n}`,
      '\u001b[31m',
      `${sound}${sound}`,
      `${sound},`,
    ],
  );
  return fc.oneof(
    { weight: 2, arbitrary: odd.map((text) => Buffer.from(text)) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    // Half of it, as a full disk leaves it.
    fc.nat({ max: Math.max(0, sound.length - 2) }).map((length) => Buffer.from(sound.slice(0, length))),
    fc
      .nat({ max: sound.length })
      .map((at) => Buffer.from(`${sound.slice(0, at)}\u0000${CANARY}${sound.slice(at)}`)),
  );
}

/** A file of JSON with one thing wrong. */
export function spoiledJson(sound: unknown): fc.Arbitrary<Buffer> {
  return fc.oneof(
    { weight: 3, arbitrary: spoiledValue(sound).map((value) => Buffer.from(JSON.stringify(value) ?? '')) },
    { weight: 2, arbitrary: spoiledBytes(JSON.stringify(sound, null, 2)) },
  );
}

/** Texts where a number, a list, a part, a path or a version was meant. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '1e300',
      '1e3',
      '0x10',
      '-1',
      '1.5',
      'NaN',
      'Infinity',
      '９',
      '99999999999999999999',
      '5 5',
      '1/0',
      '3/2',
    ],
    ...[
      '0/0',
      'chat,',
      ',',
      'chat,imagine',
      'openai,,',
      '../..',
      '/',
      '.',
      '~',
      '\u001b[2J',
      'a\nb\nc',
      '\ud800',
      '2026.4',
    ],
    ...[
      '2026.4.24.1',
      'v2026.4.24',
      '2026.4.x',
      '99999.1.1',
      'LATEST',
      'x'.repeat(300),
      'word '.repeat(100),
      '$(id)',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\u0000', '')),
);
