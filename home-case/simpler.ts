/** Homes that say the same more plainly. */
import { record, text } from '../support/json-path.ts';
import { isJsonRecord } from '../support/json-record.ts';
import { configurationOf } from './configuration.ts';
import { CONFIG_FILE, type HomeCase } from './home-case.ts';

export type Simplify = (value: HomeCase) => HomeCase;

/** Steps that each make one kind of thing plainer: includes, model references, pasted keys. */
export function simplerHomes(value: HomeCase): Simplify[] {
  const config = record(value.files.find(({ path }) => path === CONFIG_FILE));
  return [
    ...(JSON.stringify(config).includes('"$include"') ? [inOneFile] : []),
    withPlainKeys,
    (home) => ({ ...home, files: home.files.map((file) => plainModels(file) as typeof file) }),
  ];
}

/** The configuration without `$include`. */
function inOneFile(value: HomeCase): HomeCase {
  const content = configurationOf(value);
  return {
    ...value,
    files: value.files.map((file) =>
      file.path === CONFIG_FILE ? { path: file.path, as: 'json', content } : file,
    ),
  };
}

function withPlainKeys(value: HomeCase): HomeCase {
  const secrets = Object.entries(value.secrets).map(([name, each]) => [
    name,
    { ...each, shape: 'plain' as const },
  ]);
  return { ...value, secrets: Object.fromEntries(secrets) };
}

/** `{ primary: "a/b" }` as `"a/b"`. */
function plainModels(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainModels);
  if (!isJsonRecord(value)) return value;
  const names = Object.keys(value);
  if (names.length === 1 && text(value.primary)) return value.primary;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainModels(each)]));
}
