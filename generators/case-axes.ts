/**
 * The axes of a case beside its providers.
 *
 * Cases are drawn in this order, and a new axis comes last: then a seed changes as little as can be.
 */

import { agent } from './axes/agent.ts';
import type { Axis } from './axes/axis.ts';
import type { ValuesOf } from './axes/axis-list.ts';
import { bareModel } from './axes/bare-model.ts';
import { brokenProgram } from './axes/broken-program.ts';
import { chatProfile } from './axes/chat-profile.ts';
import { commandBefore } from './axes/command-before.ts';
import { entryProfile } from './axes/entry-profile.ts';
import { fallback } from './axes/fallback.ts';
import { fileScope } from './axes/file-scope.ts';
import { foreignConfig } from './axes/foreign-config.ts';
import { heartbeat } from './axes/heartbeat.ts';
import { helperModel } from './axes/helper-model.ts';
import { jobModel } from './axes/job-model.ts';
import { media } from './axes/media.ts';
import { mediaEntry } from './axes/media-entry.ts';
import { mediaPin } from './axes/media-pin.ts';
import { mediaSelection } from './axes/media-selection.ts';
import { memoryChoice } from './axes/memory-choice.ts';
import { memoryEndpoint } from './axes/memory-endpoint.ts';
import { memoryFallback } from './axes/memory-fallback.ts';
import { modelName } from './axes/model-name.ts';
import { otherPlugin } from './axes/other-plugin.ts';
import { probeProfile } from './axes/probe-profile.ts';
import { profileRecord } from './axes/profile-record.ts';
import { programLogin } from './axes/program-login.ts';
import { proxy } from './axes/proxy.ts';
import { searchKey } from './axes/search-key.ts';
import { sessionModel } from './axes/session-model.ts';
import { sharedModel } from './axes/shared-model.ts';
import { speechKey } from './axes/speech-key.ts';
import { steps } from './axes/steps.ts';
import { strangeKey } from './axes/strange-key.ts';

export const CASE_AXES = {
  media,
  mediaSelection,
  mediaPin,
  fallback,
  agent,
  speechKey,
  foreignConfig,
  brokenProgram,
  otherPlugin,
  mediaEntry,
  profileRecord,
  steps,
  commandBefore,
  searchKey,
  probeProfile,
  memoryEndpoint,
  fileScope,
  modelName,
  chatProfile,
  jobModel,
  sessionModel,
  helperModel,
  heartbeat,
  bareModel,
  sharedModel,
  entryProfile,
  proxy,
  programLogin,
  strangeKey,
  memoryChoice,
  memoryFallback,
};

export type CaseAxes = ValuesOf<typeof CASE_AXES>;

/** Names, for a reader, each unusual value that a case has on an axis with a label. */
export function labelsOf(value: CaseAxes): string[] {
  return Object.entries(CASE_AXES).flatMap(([name, axis]) => {
    const { label, usual } = axis as Axis<unknown>;
    const own = value[name as keyof CaseAxes];
    return label && own && own !== usual ? [label(own)] : [];
  });
}
