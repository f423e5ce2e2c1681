/** The axes of one provider's setup, in the order that they are drawn in. */

import { addressVariable } from './axes/address-variable.ts';
import { answeredRequests } from './axes/answered-requests.ts';
import { profiles } from './axes/auth-profile.ts';
import { aws } from './axes/aws-setup.ts';
import { defaultCredentials } from './axes/default-credentials.ts';
import { entryFields } from './axes/entry-fields.ts';
import { entryHeaders } from './axes/entry-headers.ts';
import { entryRequest } from './axes/entry-request.ts';
import { environment } from './axes/environment.ts';
import { listedProfiles } from './axes/listed-profiles.ts';
import { modelId } from './axes/model-id.ts';
import { olderModelsFile } from './axes/older-models-file.ts';
import { plainBeside } from './axes/plain-beside.ts';
import { order } from './axes/profile-order.ts';
import { profileStore } from './axes/profile-store.ts';
import { answer } from './axes/provider-answer.ts';
import { entry } from './axes/provider-entry.ts';
import { spareKeys } from './axes/spare-keys.ts';

export const SETUP_AXES = {
  environment,
  profiles,
  order,
  entry,
  olderModelsFile,
  answer,
  answeredRequests,
  aws,
  addressVariable,
  entryFields,
  modelId,
  entryHeaders,
  profileStore,
  spareKeys,
  entryRequest,
  plainBeside,
  defaultCredentials,
  listedProfiles,
};
