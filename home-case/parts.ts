/** The parts of a home that can be taken out, from whole files to single settings, and smaller values for what is left. */
import { isJsonRecord } from '../support/json-record.ts';
import { CONFIG_FILE, type HomeCase, type HomeFile } from './home-case.ts';
import { wordsOfStep } from './later-step.ts';
import { placeholdersIn } from './secrets.ts';

/** The keys that lead to a part, below `files`, `environment`, `service` or `asked.before` and `asked.after`. */
export type PartPath = readonly (string | number)[];

export interface HomePart {
  readonly path: PartPath;
  /** For people: `openclaw.json agents.defaults.imageModel`. */
  readonly name: string;
}

/** The field of a file that holds its content. */
const CONTENT: Record<HomeFile['as'], readonly string[]> = {
  json: ['content'],
  variables: ['variables'],
  ini: ['sections'],
  text: [],
  store: ['profiles', 'state', 'secrets'],
};

/** The parts of a home in levels: the first are the largest, each later one is below one of those before. */
export function partsAt(value: HomeCase, depth: number): HomePart[] {
  const variables = (['environment', 'service'] as const).flatMap((layer) =>
    Object.keys(value[layer] ?? {}).map((name) => ({
      path: [layer, name],
      name: layer === 'service' ? `${name} of the service` : name,
    })),
  );
  const files = value.files.map(
    (file, index): HomePart => ({ path: ['files', index], name: `~/${file.path}` }),
  );
  const commands = value.asked.before.map((words, index) => ({
    path: ['asked', 'before', index],
    name: `openclaw ${words.join(' ')}`,
  }));
  const steps = (value.asked.after ?? []).map((step, index) => ({
    path: ['asked', 'after', index],
    name: wordsOfStep(step),
  }));
  if (depth === 0)
    return [
      ...commands,
      ...steps,
      ...files.filter((_, index) => value.files[index]?.path !== CONFIG_FILE),
      ...variables,
    ];
  return value.files.flatMap((file, index) =>
    CONTENT[file.as].flatMap((field) =>
      below(file[field as keyof HomeFile], ['files', index, field], depth, shortName(file)),
    ),
  );
}

function below(value: unknown, path: PartPath, depth: number, name: string): HomePart[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.entries(value).map(([key, child]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    return { path: [...path, step], name: `${name}${name.endsWith(' ') ? '' : '.'}${key}`, child };
  });
  if (depth === 1) return children.map(({ path: own, name: title }) => ({ path: own, name: title }));
  return children.flatMap((each) => below(each.child, each.path, depth - 1, each.name));
}

function shortName({ path }: HomeFile): string {
  return `${path.replace(/^\.openclaw\//, '')} `;
}

/** The depth of the deepest part. */
export function depthOf(value: HomeCase): number {
  let depth = 0;
  while (partsAt(value, depth + 1).length > 0) depth += 1;
  return depth;
}

/** The home without some of its parts, and without the secrets that then stand nowhere. */
export function without(value: HomeCase, paths: readonly PartPath[]): HomeCase {
  // The last first: those before keep their places in lists.
  const sorted = paths.toSorted(
    (a, b) => -JSON.stringify(a).localeCompare(JSON.stringify(b), 'en', { numeric: true }),
  );
  return withoutUnused(sorted.reduce<HomeCase>((home, path) => removed(home, path) as HomeCase, value));
}

function removed(value: unknown, [key, ...rest]: PartPath): unknown {
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, index) => index !== key)
      : value.map((each, index) => (index === key ? removed(each, rest) : each));
  if (!isJsonRecord(value) || key === undefined) return value;
  return rest.length === 0
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
    : Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, name === key ? removed(each, rest) : each]),
      );
}

function withoutUnused(value: HomeCase): HomeCase {
  const used = new Set([
    ...placeholdersIn(value.files),
    ...placeholdersIn(value.environment),
    ...placeholdersIn(value.service),
    ...placeholdersIn(value.asked.before),
    ...placeholdersIn(value.asked.after),
  ]);
  const parts = Object.entries(value.secrets)
    .filter(([name]) => used.has(name))
    .flatMap(([, { signedBy, session }]) => [signedBy, session]);
  const secrets = Object.entries(value.secrets).filter(([name]) => used.has(name) || parts.includes(name));
  if (secrets.length === Object.keys(value.secrets).length) return value;
  const kept = Object.fromEntries(secrets);
  const { after, ...asked } = value.asked;
  const steps = after?.filter((step) => step.do !== 'replace' || step.secret in kept);
  return { ...value, secrets: kept, asked: { ...asked, ...(steps ? { after: steps } : {}) } };
}
