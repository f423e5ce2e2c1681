/**
 * Turns a real home into a case. The structure is kept; of each secret only its place and its shape are kept.
 *
 * A case has no field for secret text, so none can be carried over; `import/import.test.ts` looks for some in the cases of homes.
 */

import type { Fallback } from '../generators/axes/fallback.ts';
import { type Case, caseSchema } from '../generators/case.ts';
import { CASE_SCHEMA_VERSION } from '../generators/case-migrations.ts';
import { PLAIN } from '../generators/plain-case.ts';
import { ALL_PROVIDERS, providerNamed } from '../generators/providers/catalog.ts';
import { isListedBy, withItsProvider } from '../home-case/bare-name.ts';
import { type Agent, agentsOf } from '../home-case/configuration.ts';
import { modelIn } from '../home-case/model-in.ts';
import { knownAs, providerCalled } from '../home-case/provider-name.ts';
import { writtenModel } from '../home-case/written-model.ts';
import { BadInput } from '../support/bad-input.ts';
import { at, record, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import { namesOnlyProfile } from './entry-profile-of-home.ts';
import { namesProxy } from './environment-of-case.ts';
import { heartbeatOf, heartbeatsOfHome } from './heartbeat-of-home.ts';
import { helperModelOf, helperOfHome } from './helper-of-home.ts';
import { mediaOf } from './media-of-home.ts';
import type { OpenClawHome } from './openclaw-home.ts';
import { profileNamed } from './profile-named.ts';
import { profileRecordOfHome } from './profiles-of-home.ts';
import { providerIdIn, providerIdOf } from './provider-of-home.ts';
import { accountOf, profileNamesOf, setupOfHome, speechKeyOfHome } from './setup-of-home.ts';
import { unsaidSettings } from './unsaid-settings.ts';

export interface Imported {
  readonly case: Case;
  /** The settings of the home that a case cannot express. */
  readonly leftOut: readonly string[];
}

/**
 * @param model `provider/model` of the call that failed; null: the configured default
 * @throws BadInput when the home names no model, or one of a provider that cases do not have
 */
export function caseOfHome(home: OpenClawHome, model: string | null): Imported {
  const { config } = home;
  const agents = agentsOf(config);
  const agent = usualAgent(agents);
  const own = modelIn(agent.model);
  const written = model ?? own ?? modelIn(at(config, 'agents.defaults.model'));
  if (!written) {
    throw new BadInput(
      'openclaw.json names no agents.defaults.model. Give the model of the call: --model provider/model.',
    );
  }
  const reference = writtenModel(config, written);
  const leftOut = agents.length > 1 ? [`${agents.length - 1} agents beside the usual one`] : [];
  if (record(at(config, 'env.shellEnv')).enabled === true)
    leftOut.push('env.shellEnv: a case has no login shell');
  const full = withItsProvider(config, reference.model);
  const [named = '', ...rest] = full.split('/');
  const name = providerCalled(config, named);
  if (rest.length === 0)
    throw new BadInput(
      `${model ? '--model' : 'agents.defaults.model in openclaw.json'} is no provider/model. Give --model provider/model.`,
    );
  const id = providerIdOf(name, config);
  const chats = rest.join('/');
  const media = mediaOf(home, name, chats, leftOut);
  const isBare = full !== reference.model;
  if (media.isBare !== null && media.isBare !== isBare)
    leftOut.push("a case names chat's model and that of pictures both with their providers, or both without");
  const others = otherProviderNames(home, name);
  const heartbeats = heartbeatsOfHome(config, agent);
  const helper = helperOfHome(config, heartbeats, leftOut);
  const otherName = media.provider ?? others.find((each) => each === helper?.provider) ?? others[0];
  const otherId = otherName ? providerIdIn(otherName, config) : null;
  const unused = others.filter((each) => each !== otherName);
  if (unused.length > 0) leftOut.push(`${unused.join(', ')}: a case holds two providers`);
  const unknown = providersIn(home).filter(
    (each) => each !== name && !providerNamed(each) && each !== otherName,
  );
  if (unknown.length > 0)
    leftOut.push(`${unknown.join(', ')}: cases do not have such a provider beside chat's`);
  const value = {
    ...PLAIN,
    schemaVersion: CASE_SCHEMA_VERSION,
    provider: setupOfHome(home, name, id, leftOut),
    modelName: reference.isAlias ? 'alias' : named === named.toLowerCase() ? 'full' : 'capitals',
    chatProfile: chatProfileOf(home, name, reference.profile, leftOut),
    media: media.reference,
    mediaSelection: media.selection,
    mediaPin: media.pin,
    mediaEntry: media.entry,
    fallback: fallbackOfHome(home, record(agent.model).fallbacks, name, otherName, leftOut),
    helperModel: helperModelOf(helper, { provider: name, model: chats }, otherName, leftOut),
    heartbeat: heartbeatOf(heartbeats, leftOut),
    bareModel: isBare || media.isBare === true,
    sharedModel: otherName !== undefined && isListedBy(config, otherName, chats),
    entryProfile: namesOnlyProfile(home, name, profileNamesOf(home, name), leftOut),
    proxy: namesProxy(home.variables.process) ? 'beside' : null,
    programLogin: home.hasProgramLogin,
    agent: agentOfHome(own, agent, config),
    speechKey: speechKeyOfHome(home, name),
    profileRecord: profileRecordOfHome(home),
    memoryChoice: !namesMemory(config, agent),
    otherProvider:
      otherName && otherId && otherId !== id ? setupOfHome(home, otherName, otherId, leftOut) : null,
  };
  leftOut.push(...unsaidSettings(home, agent, [name, ...(otherName ? [otherName] : [])]));
  return { case: caseSchema.parse(value), leftOut };
}

/** A model of the agent's own goes on to no fallback of the defaults. */
function agentOfHome(own: string | null, { model }: JsonRecord, config: JsonRecord): Case['agent'] {
  if (!own) return 'main';
  const isStrict =
    record(model).fallbacks === undefined && at(config, 'agents.defaults.model.fallbacks') !== undefined;
  return isStrict ? 'strict-model' : 'own-model';
}

/** Whether the home says which provider memory search asks. */
function namesMemory(config: JsonRecord, agent: JsonRecord): boolean {
  const sections = [
    agent.memorySearch,
    at(config, 'agents.defaults.memorySearch'),
    at(config, 'memory.search'),
  ];
  return sections.some((section) => ![null, 'auto'].includes(text(record(section).provider)));
}

/** The name in the case of the profile that chat's model names; null for none. */
function chatProfileOf(
  home: OpenClawHome,
  provider: string,
  profile: string | null,
  leftOut: string[],
): Case['chatProfile'] {
  return profile === null ? null : profileNamed(home, provider, profile, leftOut);
}

/** The first fallback model of chat, if a provider of the case serves it. */
function fallbackOfHome(
  { config }: OpenClawHome,
  ofAgent: unknown,
  name: string,
  otherName: string | undefined,
  leftOut: string[],
): Fallback | null {
  const fallbacks = ofAgent ?? at(config, 'agents.defaults.model.fallbacks');
  const [first, ...rest] = Array.isArray(fallbacks) ? fallbacks.map(String) : [];
  if (rest.length > 0) leftOut.push(`${rest.join(', ')}: a case has one model to fall back on`);
  const provider = first && providerCalled(config, first.split('/')[0] ?? '');
  if (!first || provider === name) return first ? 'other-model' : null;
  if (provider === otherName) return 'other-provider';
  leftOut.push(`${first}: a case holds two providers`);
  return null;
}

/** The agent that a command without `--agent` means. */
function usualAgent(agents: readonly Agent[]): JsonRecord {
  const usual =
    agents.find(({ settings }) => settings.default === true) ??
    agents.find(({ id }) => id === 'main') ??
    agents[0];
  return usual?.settings ?? {};
}

/** Other providers with secrets in the home. They should change nothing, but may. */
function otherProviderNames(home: OpenClawHome, own: string): string[] {
  return providersIn(home).filter((name) => accountOf(name) !== accountOf(own) && providerNamed(name));
}

/** The providers that the home has secrets for, by the names that it gives them. */
function providersIn({ config, store, variables }: OpenClawHome): string[] {
  const { vars, ...short } = record(at(config, 'env'));
  const set = Object.assign({}, short, record(vars), ...Object.values(variables));
  const names = [
    ...Object.keys(record(at(config, 'models.providers'))),
    ...Object.values(record(store.profiles)).map((profile) => knownAs(text(record(profile).provider) ?? '')),
    ...ALL_PROVIDERS.filter(
      (each) => !each.storedUnder && each.environmentVariables.some((name) => name in set),
    ).map(({ id }) => id),
  ];
  return [...new Set(names)].filter(Boolean);
}
