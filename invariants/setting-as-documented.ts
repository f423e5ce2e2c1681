/** The law on settings: a build does with a setting what its documents say, with a value that few users have. */
import type { Setting, SettingObservation } from '../observation/setting.ts';
import type { FieldFault, FieldJudgement } from './field-takes-reference.ts';
import { isPromised, type PromiseId } from './promises/promises.ts';

/** The promises that each setting shows, and the way in which a build breaks them. */
const SETTINGS: Readonly<
  Record<Setting, { readonly promises: readonly PromiseId[]; readonly fault: FieldFault }>
> = {
  'secrets.providers.*.allowlist': {
    promises: ['secretref-contract/env-allowlist'],
    fault: 'reads a variable that is not on the list',
  },
  'secrets.providers.*.path': {
    promises: ['secretref-contract/file-permissions'],
    fault: 'reads a file that others may read',
  },
  'secrets.providers.*.timeoutMs': {
    promises: ['secretref-contract/exec-timeout'],
    fault: 'takes what a program prints beyond its limits',
  },
  'hooks.token': {
    promises: ['secrets-runtime/policy-violation-fails'],
    fault: 'takes a reference where none may stand',
  },
  'tools.media.models[].apiKey': {
    promises: ['media-understanding/no-inline-key'],
    fault: 'takes a key where none may stand',
  },
  OPENCLAW_HOME: {
    promises: ['environment/blank-home-is-unset'],
    fault: 'takes a blank variable for a folder',
  },
  OPENCLAW_AGENT_DIR: {
    promises: ['custom-providers/agent-dir-moves'],
    fault: 'does not move the folder of the agent',
  },
  'models.providers.*.models': {
    promises: [
      'auth-credential-semantics/no-model-reason',
      'authentication/probe-no-model',
      'models-command/no-model',
    ],
    fault: 'does not say that there is no model to probe',
  },
  'secrets.apply': {
    promises: ['secrets-operations/no-rollback-backups'],
    fault: 'keeps the old secret as text',
  },
};

const ALL_SETTINGS = Object.keys(SETTINGS) as Setting[];

/** The settings that the documents of a build promise something of. */
export function settingsFor(version: string): Setting[] {
  return ALL_SETTINGS.filter((setting) => promisesOfSetting(setting, version).length > 0);
}

/** The promises that a setting shows, of those that the documents of a build make. */
export function promisesOfSetting(setting: Setting, version: string): PromiseId[] {
  return SETTINGS[setting].promises.filter((id) => isPromised(id, version));
}

export function judgeSetting({ setting, isUsual, isKept }: SettingObservation): FieldJudgement {
  if (!isUsual) return { kind: 'not testable', reason: 'the build does not do as usual with a usual value' };
  return isKept ? { kind: 'conforms' } : { kind: 'violates', fault: SETTINGS[setting].fault };
}
