/**
 * Observes what a build does with a secret reference in each field that its documents list: with a few commands for all
 * fields together, since each has a place of its own in one configuration.
 */
import type { FieldObservation } from '../../observation/field.ts';
import type { DocumentedField } from './documented-fields.ts';
import { audit, validate } from './field-commands.ts';
import { fieldConfiguration, type PlacedField, placedFields } from './field-configuration.ts';
import type { HomeCommands } from './home-commands.ts';

/** A build names the errors of its own schema before those of plugins, and some schemas name the first of theirs alone. */
const MOST_ROUNDS = 20;

type Form = Parameters<typeof fieldConfiguration>[1];

/**
 * @param controlled fields whose schema is asked to refuse another value, where the audit does not know them: each takes a command
 * of its own in the worst case
 * @throws Error where the build refuses a configuration for something that is in none of the fields
 */
export async function observeFields(
  commands: HomeCommands,
  documented: readonly DocumentedField[],
  controlled: ReadonlySet<string>,
): Promise<FieldObservation[]> {
  const fields = placedFields(documented);
  if (fields.length === 0) return [];
  const variables = Object.fromEntries(fields.map(({ variable, secret }) => [variable, secret]));

  const refused = await refusedFields(commands, fields, 'reference');
  const taken = fields.filter((field) => !refused.has(field));
  const configuration = fieldConfiguration(taken, 'reference');
  const unset = await audit(commands, { configuration });
  const set = await audit(commands, { configuration, variables });
  const refusedAsText = await refusedFields(commands, [...refused], 'text');
  const isUnresolved = ({ referencePlace, textPlace }: PlacedField, { places }: typeof unset) =>
    places.includes(referencePlace) || places.includes(textPlace);
  const unnamed = taken.filter((field) => !isUnresolved(field, unset) && controlled.has(field.field));
  const refusedAsNeither = await refusedFields(commands, unnamed, 'neither');

  return fields.map((field) => ({
    field: field.field,
    takesReference: !refused.has(field),
    takesText: refused.has(field) ? !refusedAsText.has(field) : null,
    refusesOthers: unnamed.includes(field) ? refusedAsNeither.has(field) : null,
    unresolved: { unset: isUnresolved(field, unset), set: isUnresolved(field, set) },
    isBundled: field.isBundled,
    isDisclosed: set.printed.includes(field.secret),
  }));
}

/** The fields for which a build refuses a configuration that has a value of a form in each: they are taken out until it takes it. */
async function refusedFields(
  commands: HomeCommands,
  fields: readonly PlacedField[],
  form: Form,
): Promise<Set<PlacedField>> {
  const refused = new Set<PlacedField>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const left = fields.filter((field) => !refused.has(field));
    if (left.length === 0) return refused;
    const { places } = await validate(commands, { configuration: fieldConfiguration(left, form) });
    if (places.length === 0) return refused;
    const blamed = places.flatMap((place) => fieldsAt(left, place));
    if (blamed.length === 0) throw new Error(`the build refuses a configuration for ${places[0]}`);
    for (const field of blamed) refused.add(field);
  }
  throw new Error(
    `the build still refuses a configuration after ${MOST_ROUNDS} of its fields were taken out`,
  );
}

/** The fields that an error is about: those at its place, below or above it; else those beside it. A build gives places dotted. */
function fieldsAt(fields: readonly PlacedField[], place: string): PlacedField[] {
  const within = (other: string) =>
    fields.filter(({ referencePlace, textPlace }) =>
      [referencePlace, textPlace].some((own) => isWithin(own, other) || isWithin(other, own)),
    );
  const at = within(place);
  if (at.length > 0) return at;
  const parent = place.split('.').slice(0, -1).join('.');
  return parent === '' ? [] : fields.filter(({ referencePlace }) => isWithin(referencePlace, parent));
}

function isWithin(place: string, other: string): boolean {
  return place === other || place.startsWith(`${other}.`);
}
