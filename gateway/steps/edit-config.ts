/** Edits of openclaw.json while the home is in use: by file, or through the gateway. */
import { join } from 'node:path';
import { z } from 'zod';
import { hasOwnModel } from '../../generators/axes/agent.ts';
import { providerOfSetup } from '../../generators/provider-setup.ts';
import { jsonOrNull } from '../../support/json-or-null.ts';
import { mustFit, StepMissing } from './host-actions.ts';
import type { LivingHome } from './living-home.ts';
import { rewrite, writeThroughGateway } from './rewrite.ts';
import type { StepHost } from './step-host.ts';

/** A limit that no turn of ours comes near to (openclaw@2026.9.6:docs/gateway/cli-backends.md). */
const SETTING = { agents: { defaults: { timeoutSeconds: 599 } } };

const configSchema = z.looseObject({ agents: z.looseObject({ defaults: z.looseObject({}) }) });
type Config = z.infer<typeof configSchema>;

/** Changes a setting that has nothing to do with credentials. */
export async function editSetting(host: StepHost, living: LivingHome, by: 'file' | 'rpc'): Promise<void> {
  if (by === 'file') {
    await editFile(living, (config) => {
      Object.assign(config.agents.defaults, SETTING.agents.defaults);
    });
    return;
  }
  await writeThroughGateway(host, living, 'config.patch', JSON.stringify(SETTING));
}

/** Chat's model becomes the other one of its provider's two. */
export async function switchModel(living: LivingHome): Promise<void> {
  const { provider, agent } = living.value;
  const [first, second] = providerOfSetup(provider).models;
  if (hasOwnModel(agent)) throw new StepMissing('the agent has a model of its own');
  await editFile(living, (config) => {
    const model = `${provider.id}/${living.hasSecondModel ? first : second}`;
    config.agents.defaults.model = { ...(config.agents.defaults.model as object), primary: model };
  });
}

/** Changes openclaw.json as a user does in an editor. */
export async function editFile({ home }: LivingHome, edit: (config: Config) => void): Promise<void> {
  await rewrite(join(home.folder, '.openclaw', 'openclaw.json'), (text) => {
    const config = mustFit(jsonOrNull(text), configSchema, 'openclaw.json');
    edit(config);
    return JSON.stringify(config, null, 2);
  });
}
