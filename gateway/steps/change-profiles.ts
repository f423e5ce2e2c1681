/** Changes of auth profiles by the build's own commands, and in the file where a build has no command. */

import { join } from 'node:path';
import { z } from 'zod';
import type { ProfileName } from '../../generators/axes/auth-profile.ts';
import { idOfProfile, storedUnder } from '../../generators/providers/catalog.ts';
import { jsonOrNull } from '../../support/json-or-null.ts';
import { traitsOf } from '../versions/traits.ts';
import { isAtLeast } from '../versions/version.ts';
import { mustBeDone, mustFit, StepMissing } from './host-actions.ts';
import type { LivingHome } from './living-home.ts';
import { PROFILES_FILE } from './replace-keys.ts';
import { rewrite } from './rewrite.ts';
import type { StepHost } from './step-host.ts';

/** `models auth order set` (openclaw@2026.9.6:docs/cli/models.md): the profile first, the others after it. */
export async function orderProfiles(host: StepHost, living: LivingHome, first: ProfileName): Promise<void> {
  const { id } = living.value.provider;
  const names = [first, ...living.profiles.filter((name) => name !== first)];
  const ids = names.map((name) => idOfProfile(id, name));
  const argv = ['models', 'auth', 'order', 'set', '--provider', storedUnder(id), ...ids];
  mustBeDone(await host.command(living, argv));
}

/** The first build whose `models auth logout` removes one profile. */
const LOGS_OUT_SINCE = '2026.8.1';

const storeSchema = z.looseObject({ profiles: z.record(z.string(), z.unknown()) });

export async function removeProfile(host: StepHost, living: LivingHome, name: ProfileName): Promise<void> {
  const id = idOfProfile(living.value.provider.id, name);
  const { version } = host.subject;
  if (isAtLeast(version, LOGS_OUT_SINCE)) {
    mustBeDone(await host.command(living, ['models', 'auth', 'logout', id, '--yes']));
    return;
  }
  if (traitsOf(version).authStore === 'sqlite')
    throw new StepMissing(`openclaw ${version} has no command for it`);
  await rewrite(join(living.home.folder, PROFILES_FILE), (text) => {
    const { profiles, ...store } = mustFit(jsonOrNull(text), storeSchema, 'auth-profiles.json');
    const { [id]: _removed, ...others } = profiles;
    return JSON.stringify({ ...store, profiles: others }, null, 2);
  });
}
