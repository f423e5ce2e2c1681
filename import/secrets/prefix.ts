/** The beginning of a key, as far as it says what kind of key it is: builds decide by that, and it is no secret. */
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';

const OTHERS = [
  'sk-ant-admin01-',
  'sk-or-',
  'sk-',
  'pk-',
  'rk-',
  'gsk_',
  'hf_',
  'ghp_',
  'ghu_',
  'ghs_',
  'github_pat_',
  'glpat-',
  'xoxb-',
  'xoxp-',
  'xapp-',
  'nvapi-',
  'pplx-',
  'r8_',
  'AIza',
  'AKIA',
  'ASIA',
  'ya29.',
  'eyJ',
  'op://',
];

const PREFIXES = [
  ...new Set<string>([
    ...ALL_PROVIDERS.flatMap(({ keyPrefix, tokens }) => [keyPrefix, tokens?.prefix ?? '']),
    ...OTHERS,
  ]),
]
  .filter(Boolean)
  .sort((a, b) => b.length - a.length);

export function prefixOf(key: string): string {
  return PREFIXES.find((prefix) => key.startsWith(prefix) && key.length > prefix.length) ?? '';
}
