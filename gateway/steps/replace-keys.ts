/** Replaces the keys that one keeper keeps, as a user would: in its file, or by the build's own command. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storedUnder } from '../../generators/providers/catalog.ts';
import { profileIdOf, profileOf } from '../../generators/secrets/place.ts';
import { generationOf, type Replacement, rotate, textAfter } from '../../generators/secrets/rotation.ts';
import type { Keeper, Step } from '../../generators/steps/step.ts';
import { CONFIG_FILE } from '../../home-case/home-case.ts';
import { SECRET_COMMAND, SECRETS_FILE } from '../home/secret-files.ts';
import { traitsOf } from '../versions/traits.ts';
import { mustBeDone, StepMissing } from './host-actions.ts';
import type { LivingHome } from './living-home.ts';
import { rewrite, writeThroughGateway } from './rewrite.ts';
import type { StepHost } from './step-host.ts';

export const PROFILES_FILE = '.openclaw/agents/main/agent/auth-profiles.json';

/** The files, relative to the home, of the keepers that are files. */
const FILES: Partial<Record<Keeper, string>> = {
  config: CONFIG_FILE,
  'env-file': '.openclaw/.env',
  profiles: PROFILES_FILE,
  'secrets-file': SECRETS_FILE,
  'secret-command': SECRET_COMMAND,
};

/**
 * @param salt of the canaries of the home
 * @throws StepUndone where nothing is kept there, or the build does not do it
 */
export async function replaceKeys(
  host: StepHost,
  living: LivingHome,
  { keeper, by }: Pick<Extract<Step, { do: 'rotate' }>, 'keeper' | 'by'>,
  salt: string,
): Promise<LivingHome> {
  const { value, home } = living;
  const generation = living.generation + 1;
  const rotation = rotate(value, keeper, living.canaries, generationOf(value, salt, generation));
  if (!rotation) throw new StepMissing(`${keeper} keeps no key`);
  const { replacements, canaries } = rotation;
  const after = { ...living, generation, canaries };
  const isDatabase = keeper === 'profiles' && traitsOf(host.subject.version).authStore === 'sqlite';
  if (keeper === 'environment')
    return { ...after, home: { ...home, environment: inVariables(home.environment, replacements) } };
  if (keeper === 'secret-store') {
    const secrets = replacements.map(({ now }) => [now.reference, now.written]);
    mustBeDone(await host.storeSecrets(living, Object.fromEntries(secrets)));
  } else if (isDatabase) {
    for (const { now } of replacements) await paste(host, living, now);
  } else if (by === 'rpc') {
    const text = await readFile(join(home.folder, FILES.config!), 'utf8');
    await writeThroughGateway(host, living, 'config.set', textAfter(text, replacements));
  } else {
    await rewrite(join(home.folder, FILES[keeper]!), (text) => textAfter(text, replacements));
  }
  return after;
}

/** The file behind references loses what they name, and the command its answer. */
export async function withdrawSecrets(
  { home }: LivingHome,
  keeper: Extract<Step, { do: 'withdraw' }>['keeper'],
): Promise<void> {
  const text = keeper === 'secrets-file' ? '{}' : '#!/bin/sh\nexit 1\n';
  await writeFile(join(home.folder, FILES[keeper]!), text);
}

/** `paste-api-key` or `paste-token` (openclaw@2026.9.6:docs/cli/models.md): the key is piped. */
async function paste(
  host: StepHost,
  living: LivingHome,
  { place, written }: Replacement['now'],
): Promise<void> {
  const isToken = profileOf(place)?.type === 'token';
  const argv = ['models', 'auth', isToken ? 'paste-token' : 'paste-api-key'];
  const about = ['--provider', storedUnder(place.provider), '--profile-id', profileIdOf(place)!];
  mustBeDone(await host.command(living, [...argv, ...about], `${written}\n`));
}

function inVariables(
  variables: Readonly<Record<string, string>>,
  replacements: readonly Replacement[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, text]) => [name, textAfter(text, replacements)]),
  );
}
