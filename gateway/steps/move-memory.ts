/** Memory search is given to the case's other provider while the home is in use. */
import type { Case } from '../../generators/case.ts';
import { modelOf } from '../../paths/asked-model.ts';
import { memory } from '../../paths/memory.ts';
import { searchSettings } from '../../paths/parts/memory-search.ts';
import { traitsOf } from '../versions/traits.ts';
import { editFile } from './edit-config.ts';
import type { LivingHome } from './living-home.ts';
import { writeThroughGateway } from './rewrite.ts';
import type { StepHost } from './step-host.ts';

export async function moveMemory(host: StepHost, living: LivingHome, by: 'file' | 'rpc'): Promise<void> {
  const { agentDefaults, sections } = settingsOf(living.value, host.subject.version);
  if (by === 'rpc')
    return writeThroughGateway(
      host,
      living,
      'config.patch',
      movedMemoryText(living.value, host.subject.version),
    );
  await editFile(living, (config) => {
    Object.assign(config.agents.defaults, agentDefaults);
    Object.assign(config, sections);
  });
}

/** The written part of openclaw.json, as a patch. */
export function movedMemoryText(value: Case, version: string): string {
  const { agentDefaults, sections } = settingsOf(value, version);
  return JSON.stringify({ ...(agentDefaults ? { agents: { defaults: agentDefaults } } : {}), ...sections });
}

function settingsOf(value: Case, version: string) {
  return searchSettings(modelOf(withMovedMemory(value), memory).reference, traitsOf(version));
}

/** The case as memory search sees it once the other provider has it. */
export function withMovedMemory(value: Case): Case {
  const { provider, otherProvider } = value;
  return otherProvider ? { ...value, provider: otherProvider, otherProvider: provider } : value;
}
