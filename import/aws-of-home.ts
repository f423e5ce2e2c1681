/**
 * The sources of a real home's AWS credentials: the shared files and the variables of the process.
 *
 * Only which sources there are is kept; no value of them.
 *
 * @source AWS SDKs and Tools Reference Guide ("config and credentials files")
 */
import { AWS_REGIONS, type StatedRegion, statedRegionSchema } from '../generators/axes/aws-region.ts';
import {
  type AwsSetup,
  type AwsSource,
  type AwsSourceKind,
  takesRole,
} from '../generators/axes/aws-setup.ts';
import { at, text } from '../support/json-path.ts';
import type { OpenClawHome } from './openclaw-home.ts';

/** The most sources that a case has besides the environment. */
const MOST = 2;

export function awsOfHome({
  awsProfiles,
  config,
  variables: { process: variables },
}: OpenClawHome): AwsSetup {
  const name = variables.AWS_PROFILE ?? 'default';
  const own = awsProfiles[name] ?? {};
  const has = (key: string) => own[key] !== undefined;
  const kinds: readonly (readonly [AwsSourceKind, boolean])[] = [
    ['profile', has('aws_access_key_id')],
    ['process', has('credential_process')],
    ['role', has('role_arn') && has('source_profile')],
    ['role-from-environment', has('role_arn') && own.credential_source === 'Environment'],
    ['web-identity-profile', has('web_identity_token_file')],
    ['sso', has('sso_start_url') || has('sso_session')],
    ['web-identity', variables.AWS_WEB_IDENTITY_TOKEN_FILE !== undefined],
    ['container-relative', variables.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI !== undefined],
    ['container-full', variables.AWS_CONTAINER_CREDENTIALS_FULL_URI !== undefined],
  ];
  const sources = kinds.flatMap(([kind, isThere]): AwsSource[] => (isThere ? [{ kind, holds: 'live' }] : []));
  return {
    sources: sources.filter(isFirstRole).slice(0, MOST),
    namedProfile: name !== 'default',
    environmentToken: variables.AWS_SESSION_TOKEN !== undefined,
    regions: regionsOf({
      AWS_REGION: variables.AWS_REGION,
      AWS_DEFAULT_REGION: variables.AWS_DEFAULT_REGION,
      profile: own.region,
      address: regionOfAddress(config),
    }),
  };
}

/** Replaces a region that cases do not have by one that is not the usual: only the place that states it matters. */
function regionsOf(stated: Readonly<Record<StatedRegion['place'], string | undefined>>): StatedRegion[] {
  const places = statedRegionSchema.shape.place.options;
  return places
    .flatMap((place): StatedRegion[] => {
      const region = stated[place];
      const known = AWS_REGIONS.find((each) => each === region) ?? AWS_REGIONS[1];
      const isUsual = place === 'address' && known === AWS_REGIONS[0];
      return region && !isUsual ? [{ place, region: known }] : [];
    })
    .slice(0, MOST);
}

function regionOfAddress(config: OpenClawHome['config']): string | undefined {
  const address = text(at(config, 'models.providers.amazon-bedrock.baseUrl')) ?? '';
  return /^https:\/\/bedrock-runtime\.([a-z0-9-]+)\.amazonaws\.com/.exec(address)?.[1];
}

/** A profile has one role at most. */
function isFirstRole({ kind }: AwsSource, index: number, all: readonly AwsSource[]): boolean {
  return !takesRole(kind) || all.findIndex((each) => takesRole(each.kind)) === index;
}
