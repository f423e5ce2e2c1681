/** A whole search of one build: the subject installed, the baseline and the promoted cases read, the search run. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { installSubject } from '../gateway/subject/install.ts';
import { absentProviders } from '../gateway/subject/provider-plugins.ts';
import { readSubject, type Subject } from '../gateway/subject/subject.ts';
import { checkTarball } from '../gateway/subject/tarball.ts';
import { parseTarget } from '../gateway/subject/target.ts';
import { traitsOf } from '../gateway/versions/traits.ts';

import type { ProviderId } from '../generators/providers/catalog.ts';
import { isHomeCase } from '../home-case/any-case.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { BadInput } from '../support/bad-input.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { readBaseline } from './baseline/baseline.ts';
import { causesFor, expiredCauses, fingerprintsOf } from './baseline/known-cause.ts';
import { knownFieldsFor } from './baseline/known-fields.ts';
import type { Candidate } from './draw/choose-runs.ts';
import { createEvaluator } from './evaluate/evaluator.ts';
import { stopReason } from './evaluate/stopped.ts';
import { asksForFields, fieldsOf, promisesOfFields } from './fields.ts';
import type { LeftOut, Result } from './result/result.ts';
import { readCaseFile } from './saved/case-file.ts';
import { type PromotedHome, replayHomes } from './saved/promoted-homes.ts';
import { absentPlugin, missingPart } from './saved/replay-case.ts';
import { search } from './search.ts';
import type { SearchHost } from './search-host.ts';
import type { SearchPlan } from './search-plan.ts';

/** The cases that the suite brings. */
const PROMOTED = path.join(PACKAGE_ROOT, 'cases');

/**
 * Looks at the input of a plan, as far as nothing has to be installed for it.
 *
 * @throws BadInput for what cannot be used
 */
export async function checkPlan({ target: spec, baseline, providers }: SearchPlan): Promise<void> {
  if (baseline) await readBaseline(baseline);
  const target = parseTarget(spec);
  if (target.kind === 'version') providersOf(target.version, providers);
  if (target.kind === 'tarball') await checkTarball(target.file);
  if (target.kind === 'folder') readSubject(target.folder);
}

/** @throws BadInput for a target that cannot be had, or a baseline or promoted case that cannot be read */
export async function runSearch(plan: SearchPlan, host: SearchHost): Promise<Result> {
  const baseline = plan.baseline ? await readBaseline(plan.baseline) : null;
  const subject = await installSubject(plan.target, host.log, host.signal);
  const absent = absentProviders(subject.version);
  const providers = providersOf(subject.version, plan.providers).filter((id) => !absent.includes(id));
  const { promoted, homes, leftOut } = await promotedFor(plan, subject, providers);
  if (leftOut.length > 0)
    host.log(`${leftOut.length} promoted cases need what the build, or --providers, does not have`);
  const known = causesFor(baseline?.causes ?? [], subject.version);
  const { workers, reference } = plan;
  const { signal } = host;
  const kept = host.kept?.(plan.target);
  await using evaluator = await createEvaluator(subject, workers, { kept, signal, reference });
  const input = { plan, providers, laws: ALL_LAWS, promoted, leftOut, known };
  const result = await search(evaluator, input, host);
  const expired = expiredCauses(known, new Date());
  const whole = { ...result, baseline: { ...result.baseline, expired } };
  if (result.stopped !== null) return whole;
  try {
    const replayed = await replayHomes(evaluator, homes, plan, [...fingerprintsOf(known), ...plan.alsoKnown]);
    const asked = {
      only: null,
      known: knownFieldsFor(baseline?.fields ?? [], subject.version),
      // The main job has not the time.
      withSettings: !plan.allowUnexercised,
      signal,
    };
    const fields = asksForFields(plan) ? await fieldsOf(subject, asked) : whole.fields;
    return {
      ...whole,
      fields,
      promises: { ...whole.promises, ...promisesOfFields(fields) },
      homes: replayed.homes,
      leftOut: [...leftOut, ...replayed.leftOut],
    };
  } catch (error) {
    return { ...whole, stopped: stopReason(error) };
  }
}

/** @throws BadInput for a provider that the build does not have */
function providersOf(version: string, wanted: readonly ProviderId[] | null): readonly ProviderId[] {
  const { providers } = traitsOf(version);
  const missing = wanted?.filter((id) => !providers.includes(id)) ?? [];
  if (missing.length > 0) {
    throw new BadInput(
      `--providers ${missing.join(',')}: openclaw ${version} has no such provider. It has ${providers.join(', ')}.`,
    );
  }
  return wanted ?? providers;
}

/** The promoted cases, `cases/*.json`: those that can be run, and why the others cannot. */
async function promotedFor(plan: SearchPlan, { version }: Subject, providers: readonly ProviderId[]) {
  const promoted: Candidate[] = [];
  const homes: PromotedHome[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of plan.promoted ? await promotedFiles() : []) {
    const saved = await readCaseFile(path.join(PROMOTED, file));
    const value = saved.case;
    if (isHomeCase(value)) {
      homes.push({ file: `cases/${file}`, saved });
      continue;
    }
    const used = [value.provider.id, ...(value.otherProvider ? [value.otherProvider.id] : [])];
    const missing = used.find((id) => !providers.includes(id));
    const reason =
      missingPart(value, version) ??
      absentPlugin(value, version) ??
      (missing ? `${missing} is not one of --providers` : null);
    if (reason) leftOut.push({ what: `cases/${file}`, reason });
    else promoted.push({ value, claimed: saved.claim?.paths ?? [] });
  }
  return { promoted, homes, leftOut };
}

async function promotedFiles(): Promise<string[]> {
  if (!existsSync(PROMOTED)) return [];
  return (await readdir(PROMOTED)).filter((name) => name.endsWith('.json')).sort();
}
