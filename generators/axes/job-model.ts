/**
 * The model that a scheduled job names (`payload.model`; `--model` of `openclaw cron add`).
 *
 * `same`: chat's, in full. `other-model`: the other one of its provider. `other-provider`: one of the second provider, with
 * credentials of its own; where there is none, chat's.
 *
 * @source openclaw@2026.9.6:docs/automation/cron-jobs/payloads.md ("Model-selection precedence for isolated jobs");
 *   upstream reports #57972, #62783
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';
import { type ChattingCase, profileOfChat } from './chat-profile.ts';
import { rarely } from './rarely.ts';

const jobModelSchema = z.enum(['same', 'other-model', 'other-provider']);
export type JobModel = z.infer<typeof jobModelSchema>;

const LABELS = {
  same: "a job that names chat's model",
  'other-model': 'a job that names another model',
  'other-provider': 'a job that names a model of the other provider',
} as const;

export const jobModel = axis({
  meaning: "The model that a scheduled job names; null: none, so that it asks its agent's.",
  schema: jobModelSchema.nullable(),
  usual: null,
  since: 15,
  arbitrary: rarely(fc.constantFrom(...jobModelSchema.options)),
  label: (value) => LABELS[value],
});

interface SchedulingCase extends ChattingCase {
  readonly jobModel: JobModel | null;
  readonly steps: readonly unknown[] | null;
}

/**
 * The model that the job of a case names; null: it names none. No document says whether a profile that chat's model names counts for a
 * job that names that model without it.
 */
export function modelOfJob(value: SchedulingCase): JobModel | null {
  return value.steps !== null || profileOfChat(value) ? null : value.jobModel;
}
