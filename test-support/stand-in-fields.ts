/**
 * A stand-in build whose commands answer for its configuration, and nothing else: it tests what is made of their answers, and is no
 * OpenClaw build.
 */
import { fakeBuild } from './fake-build.ts';

export interface FieldsOfStandIn {
  /** The fields that its documents list. */
  readonly documented: readonly string[];
  /** Of these, the ones for which it refuses a reference. */
  readonly refusing?: readonly string[];
  /** The ones that its audit does not know. */
  readonly unknown?: readonly string[];
  /** Whether its audit prints what references point to. */
  readonly isTalkative?: boolean;
}

const COMMAND = `
import { readFileSync } from 'node:fs';

const { refusing = [], unknown = [], isTalkative = false } = SETTINGS;
const found = [];
const walk = (value, place) => {
  if (value?.source === 'env' || typeof value !== 'object') return void found.push({ place, value });
  for (const [key, each] of Object.entries(value)) walk(each, place ? place + '.' + key : key);
};
walk(JSON.parse(readFileSync(process.env.HOME + '/.openclaw/openclaw.json', 'utf8')), '');
const references = found.filter(({ value }) => value?.source === 'env');
if (process.argv[2] === 'config') {
  const issues = references
    .filter(({ place }) => refusing.includes(place))
    .map(({ place }) => ({ path: place, message: 'must be string' }));
  process.stdout.write(JSON.stringify({ valid: issues.length === 0, issues, path: 'openclaw.json' }));
} else {
  const findings = references
    .filter(({ place, value }) => !unknown.includes(place) && !process.env[value.id])
    .map(({ place }) => ({ code: 'REF_UNRESOLVED', jsonPath: place }));
  if (isTalkative) process.stderr.write(references.map(({ value }) => process.env[value.id]).join());
  process.stdout.write('a line of a library\\n' + JSON.stringify({ findings }));
}
`;

export function standInWithFields({ documented, ...settings }: FieldsOfStandIn) {
  const entries = documented.map((path) => ({ configFile: 'openclaw.json', path }));
  return fakeBuild('2026.9.6', {
    'openclaw/openclaw.mjs': COMMAND.replace('SETTINGS', JSON.stringify(settings)),
    'openclaw/docs/reference/secretref-user-supplied-credentials-matrix.json': JSON.stringify({ entries }),
  }).subject;
}
