/** Configurations that have a value in each of some fields. */
import type { DocumentedField } from './documented-fields.ts';

/** A field with its place in a configuration. */
export interface PlacedField extends DocumentedField {
  /** The place of its text and of its reference: dotted, with a name for each `*` and 0 for each `[]`. */
  readonly textPlace: string;
  readonly referencePlace: string;
  /** The variable that its reference names, and the secret in it. */
  readonly variable: string;
  readonly secret: string;
}

/** A name of the user's; a provider is of one field alone, since some of its fields exclude each other. */
const NAME = 'sample';
const OWN_NAME = /^models\.providers\.\*/;

/** The values that schemas require beside a field. An object that needs more is refused with text in the field, too. */
const REQUIRED: readonly (readonly [object: RegExp, values: Readonly<Record<string, unknown>>])[] = [
  [/^agents\.list\.\d+$/, { id: NAME }],
  [/^models\.providers\.[^.]+$/, { baseUrl: 'https://models.example.com/v1', models: [] }],
  [/^models\.providers\.[^.]+\.request\.auth\.token$/, { mode: 'authorization-bearer' }],
  [/^models\.providers\.[^.]+\.request\.auth\.value$/, { mode: 'header', headerName: 'X-Api-Key' }],
  [/^models\.providers\.[^.]+\.request\.proxy$/, { mode: 'explicit-proxy', url: 'http://127.0.0.1:9' }],
  [
    /^plugins\.entries\.imap\.config\.accounts\.[^.]+$/,
    { host: 'imap.example.com', user: 'ada', agentId: 'main' },
  ],
  [/^plugins\.entries\.webhooks\.config\.routes\.[^.]+$/, { sessionKey: 'agent:main:main' }],
];

/** @param fields each gets a place, a variable and a secret */
export function placedFields(fields: readonly DocumentedField[]): PlacedField[] {
  return fields.map((each, index) => {
    const place = (field: string) =>
      field
        .replace(OWN_NAME, `models.providers.${NAME}${index}`)
        .replaceAll('*', NAME)
        .replaceAll('[]', '.0');
    return {
      ...each,
      textPlace: place(each.field),
      referencePlace: place(each.reference),
      variable: `FIELD_SECRET_${index}`,
      secret: `canary-of-field-${index}-7Qp4Zt`,
    };
  });
}

type Form = 'reference' | 'text' | 'neither';

/** A configuration with a value of one form in each field. */
export function fieldConfiguration(fields: readonly PlacedField[], form: Form): object {
  const configuration = {};
  for (const field of fields) {
    const { referencePlace, textPlace, variable, secret } = field;
    const reference = { source: 'env', provider: 'default', id: variable };
    const value = { reference, text: secret, neither: { unknown: true } }[form];
    put(configuration, (form === 'text' ? textPlace : referencePlace).split('.'), value);
  }
  return configuration;
}

type Container = Record<string, unknown>;

function put(root: Container, steps: readonly string[], value: unknown): void {
  let object = root;
  for (const [depth, step] of steps.slice(0, -1).entries()) {
    object[step] ??= /^\d+$/.test(steps[depth + 1]!) ? [] : {};
    object = object[step] as Container;
    complete(object, steps.slice(0, depth + 1).join('.'));
  }
  complete(object, steps.join('.'));
  object[steps.at(-1)!] = value;
}

function complete(object: Container, place: string): void {
  for (const [pattern, values] of REQUIRED) if (pattern.test(place)) Object.assign(object, values);
}
