import { searchKeyOf } from '../../generators/axes/search-key.ts';
import type { Case } from '../../generators/case.ts';
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import type { Place } from '../../generators/secrets/place.ts';
import { placeOf } from '../../observation/credential.ts';
import type { PathName } from '../../observation/path-name.ts';
import { choosesByItself } from '../../paths/asked-model.ts';
import { webSearch } from '../../paths/web-search.ts';
import { credentialsHolder, credentialsText, firstCredentials, outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { isPromised, type PromiseId } from '../promises/promises.ts';
import { PROVIDERS_OF_PROMISES } from '../promises/providers-of-promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { chosenSearcher, searchesElsewhere } from './search-choice.ts';

type Holder = 'search' | 'environment' | 'entry' | 'profile';

/** The holder whose credential is sent, and of several variables which. */
interface Expected {
  readonly holder: Holder;
  readonly variable?: string;
}

/** The orders that documents state, each with what it puts first in a case; null: it says nothing of the case. */
const ORDERS: readonly (readonly [PromiseId, (value: Case, version: string) => Expected | null])[] = [
  ['gemini-search/order-of-keys', ownThenVariableThenEntry],
  ['grok-search/login-first', loginFirst],
  ['minimax-search/order-of-variables', firstVariable],
];

/** The paths that search the web. */
export const SEARCH_PATHS = ['web-search', 'search-tool'] as const satisfies readonly PathName[];

/**
 * Judged where every secret of the provider is there and written as usual: the documents leave open how an odd one changes
 * the order.
 */
export const searchOrder: Law = {
  id: 'search-order',
  sentence:
    'web search of Google sends its own key, else the one of the environment, else the one of the entry; that of xAI sends a login before any key; that of MiniMax sends the first of its variables; where none is named, the first provider that is ready searches',
  source:
    'openclaw@2026.9.6:docs/tools/gemini-search.md ("Credential precedence"), openclaw@2026.9.6:docs/tools/grok-search.md ("prefers an existing xAI OAuth sign-in"), openclaw@2026.9.6:docs/tools/minimax-search.md ("checked in that order"), openclaw@2026.9.6:docs/tools/web.md ("Auto-detection")',
  judges: (judged) =>
    SEARCH_PATHS.some((path) => observed(judged, path)) &&
    (documentedHolder(judged) !== null || chosenSearcher(judged) !== null),
  check(judged) {
    const expected = documentedHolder(judged);
    const ofKeys = expected && !judged.value.mediaPin ? expected : null;
    return violationsOf(
      'search-order',
      familyOf(judged),
      SEARCH_PATHS.flatMap((path) => [
        ...(ofKeys ? deviationOn(judged, path, ofKeys) : []),
        ...searchesElsewhere(judged, path),
      ]),
    );
  },
};

function deviationOn(judged: Judged, path: PathName, expected: Expected): Deviation[] {
  const search = observed(judged, path);
  if (!search) return [];
  const sent = firstCredentials(search);
  if (sent?.length && sent.every((each) => isAt(placeOf(each), expected))) return [];
  const wantsKey = search.outcome.kind === 'failure' && WANTS_KEY.includes(search.outcome.class);
  if (!sent && !wantsKey) return [];
  const end = sent ? credentialsHolder(sent) : outcomeText(search);
  const detail = `${path} ends with ${outcomeText(search)} (${credentialsText(sent)}), documented is its ${expected.variable ?? expected.holder}`;
  return [
    {
      path,
      reference: null,
      behaviour: `${end} in place of ${expected.variable ? 'another variable' : expected.holder}`,
      detail,
    },
  ];
}

function isAt(place: Place | null | undefined, { holder, variable }: Expected): boolean {
  if (place?.holder !== holder) return false;
  return variable === undefined || (place.holder === 'environment' && place.variable.name === variable);
}

const WANTS_KEY: readonly string[] = ['no-credential', 'nothing-selected', 'other'];

/** Whether a document of a build names the order of a provider's keys. */
export function isDocumentedFor(id: ProviderId, version: string): boolean {
  return ORDERS.some(
    ([promise]) => PROVIDERS_OF_PROMISES[promise]?.includes(id) && isPromised(promise, version),
  );
}

/** The credential that web search sends; null where no document of the build says so. */
function documentedHolder({ value, version }: Pick<Judged, 'value' | 'version'>): Expected | null {
  const { id, environment, entry, profiles } = value.provider;
  // If OpenClaw chooses, another provider may be the first.
  if (choosesByItself(value, webSearch) && chosenSearcher({ value, version }) !== id) return null;
  const [, order] = ORDERS.find(([promise]) => PROVIDERS_OF_PROMISES[promise]?.includes(id)) ?? [];
  const secrets = [
    searchKeyOf(value)?.secret,
    ...environment,
    ...profiles.map(({ secret }) => secret),
    entry?.apiKey,
    entry?.header,
  ];
  const isClear = secrets.every((each) => !each || isUsual(each));
  const source = entry?.apiKey?.source;
  return order && isClear && source !== 'marker' && source !== 'foreign-name' ? order(value, version) : null;
}

function isUsual({ holds, shape }: { readonly holds: string; readonly shape: string }): boolean {
  return holds !== 'nothing' && shape === 'plain';
}

/** Earlier builds name the first two, in no order (openclaw@2026.3.13:docs/tools/web.md), and do not take the entry's. */
function ownThenVariableThenEntry(value: Case, version: string): Expected | null {
  const { id, environment, entry } = value.provider;
  const [usual] = providerOf(id).environmentVariables;
  const hasOwn = Boolean(searchKeyOf(value));
  const hasVariable = environment.some(({ name, layer }) => name === usual && layer !== 'workspace');
  if (!isPromised('gemini-search/order-of-keys', version) && hasOwn === hasVariable) return null;
  if (hasOwn) return { holder: 'search' };
  if (hasVariable) return { holder: 'environment' };
  return entry?.apiKey ? { holder: 'entry' } : null;
}

/** Earlier builds take keys alone. */
function loginFirst(value: Case, version: string): Expected | null {
  return isPromised('grok-search/login-first', version) && hasUsableLogin(value)
    ? { holder: 'profile' }
    : null;
}

/** In this order, which is not that of chat. The third is the one of its subscription, which is a provider of its own. */
const VARIABLES_OF_MINIMAX = [
  'MINIMAX_CODE_PLAN_KEY',
  'MINIMAX_CODING_API_KEY',
  'MINIMAX_OAUTH_TOKEN',
  'MINIMAX_API_KEY',
];

/** Whether a key of its own goes before a variable, the document leaves open. */
function firstVariable(value: Case, version: string): Expected | null {
  if (searchKeyOf(value) || !isPromised('minimax-search/order-of-variables', version)) return null;
  const all = setupsOf(value).flatMap(({ environment }) => environment);
  const trusted = all.filter(
    ({ name, layer }) => VARIABLES_OF_MINIMAX.includes(name) && layer !== 'workspace',
  );
  const variable = VARIABLES_OF_MINIMAX.find((word) => trusted.some(({ name }) => name === word));
  return variable && trusted.every(isUsual) ? { holder: 'environment', variable } : null;
}

/** Whether a login of the provider can be used as it is: no other profile, no order, nothing to refresh or to wait for. */
function hasUsableLogin({ provider: { profiles, order, entry } }: Case): boolean {
  const [only, ...others] = profiles;
  return (
    only?.type === 'oauth' &&
    others.length === 0 &&
    order === null &&
    entry === null &&
    only.secret.holds === 'live' &&
    (only.expires === 'never' || only.expires === 'later') &&
    only.cooldown === 'none'
  );
}
