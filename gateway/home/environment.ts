/**
 * The variables of a case, by the layer that sets them. The process starts from an allow-list: the runner's own
 * environment never reaches the subject.
 *
 * @source openclaw@2026.9.6:docs/help/environment.md (layers); docs/openclaw-auth-contract.md 1.2
 */
import path from 'node:path';
import type { Layer } from '../../generators/axes/environment.ts';
import { proxyVariables } from '../../generators/axes/proxy.ts';
import { spareVariable, spareWord } from '../../generators/axes/spare-keys.ts';
import type { Case } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { variableHost } from '../../generators/providers/hosts.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import { sourceOf } from '../../generators/secrets/place.ts';
import { awsVariables } from './aws-files.ts';
import { googleVariables } from './google-files.ts';
import { strangeVariable } from './strange-key.ts';

type Variables = Record<string, string>;

export function environmentOf(value: Case, canaries: readonly Canary[], folder: string): Variables {
  return {
    HOME: folder,
    TMPDIR: path.join(folder, 'tmp'),
    OPENCLAW_STATE_DIR: path.join(folder, '.openclaw'),
    TZ: 'UTC',
    NO_COLOR: '1',
    ...awsVariables(value, folder),
    ...googleVariables(value, folder),
    ...proxyVariables(value.proxy),
    ...strangeVariable(value.strangeKey),
    ...addressVariables('process', value),
    ...variablesOf('process', canaries),
    ...spareVariables(canaries),
    ...privateHosts(value),
  };
}

/** The hosts for which the user's network has private addresses (`mocks/network/redirect.ts`). */
function privateHosts(value: Case): Variables {
  const hosts = setupsOf(value).flatMap(({ id, entry }) =>
    entry?.baseUrl === 'private-dns' ? providerOf(id).hosts : [],
  );
  return hosts.length > 0 ? { CONFORMANCE_PRIVATE_HOSTS: hosts.join(',') } : {};
}

/** The variables that a layer sets to secrets. */
export function variablesOf(layer: Layer, canaries: readonly Canary[]): Variables {
  return Object.assign({}, ...canaries.map((canary) => (layerOf(canary) === layer ? set(canary) : {})));
}

/** The variables of keys beside the usual ones; those of a list are one. */
function spareVariables(canaries: readonly Canary[]): Variables {
  const found: Variables = {};
  for (const { place, written } of canaries) {
    if (place.holder !== 'spare key') continue;
    const word = spareWord(providerOf(place.provider).environmentVariables) ?? '';
    const name = spareVariable(word, place.form, place.count);
    found[name] = found[name] === undefined ? written : `${found[name]},${written}`;
  }
  return found;
}

/** The variables by which a layer names addresses of providers. */
function addressVariables(layer: Layer, value: Case): Variables {
  return Object.fromEntries(
    setupsOf(value).flatMap(({ id, addressVariable }) => {
      const { addressVariable: own, baseUrl } = providerOf(id);
      if (!own || addressVariable?.layer !== layer) return [];
      const path = own.holds === 'host' ? '' : new URL(baseUrl).pathname.replace(/\/$/, '');
      return [[own.name, `https://${variableHost(id)}${path}`]];
    }),
  );
}

/** The configuration that the .env of a working directory names, if it names one. */
export const FOREIGN_CONFIG = 'openclaw.json';

/** The variables of a working directory's .env beside secrets. */
export function workspaceVariables(value: Case, work: string): Variables {
  return {
    ...addressVariables('workspace', value),
    ...(value.foreignConfig ? { OPENCLAW_CONFIG_PATH: path.join(work, FOREIGN_CONFIG) } : {}),
  };
}

/** The text of a `.env` file. */
export function dotenvText(variables: Readonly<Variables>): string {
  return Object.entries(variables)
    .map(([name, text]) => `${name}="${text}"\n`)
    .join('');
}

/** The layer that sets the variable of a canary; null for a canary in no variable. */
function layerOf({ place }: Canary): Layer | null {
  if (place.holder === 'environment') return place.variable.layer;
  const source = sourceOf(place);
  if (source === 'dotenv') return 'state';
  return ['env', 'template', 'short-template', 'foreign-name'].includes(source) ? 'process' : null;
}

function set({ place, written, signingText, sessionToken, reference }: Canary): Variables {
  const name = place.holder === 'environment' ? place.variable.name : reference;
  if (!name) return {};
  return {
    [name]: written,
    ...(signingText === null ? {} : { AWS_SECRET_ACCESS_KEY: signingText }),
    ...(sessionToken === null ? {} : { AWS_SESSION_TOKEN: sessionToken }),
  };
}
