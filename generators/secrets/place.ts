/** Where a secret of a case is kept, and what people and references call it. */
import type { AuthProfile } from '../axes/auth-profile.ts';
import type { AwsSourceKind } from '../axes/aws-setup.ts';
import type { EnvironmentVariable, Layer } from '../axes/environment.ts';
import type { SecretSource } from '../axes/secret.ts';
import type { ProviderId } from '../providers/catalog.ts';

export interface Place {
  readonly provider: ProviderId;
  readonly holder:
    | 'environment'
    | 'profile'
    | 'refresh token'
    | 'refreshed token'
    | 'entry'
    | 'header'
    | 'speech'
    | 'models.json'
    | 'aws'
    | 'aws role base';
  /** The profile that holds it, where a profile does. */
  readonly profile: AuthProfile | null;
  /** The variable that holds it, where one does. */
  readonly variable: EnvironmentVariable | null;
  /** The source of AWS credentials that gives it, where one does. */
  readonly aws: AwsSourceKind | null;
  /** How the holder holds it; `inline` for the environment. */
  readonly source: SecretSource;
}

const LAYERS: Record<Layer, string> = {
  process: '',
  state: ' in ~/.openclaw/.env',
  config: ' in env.vars of openclaw.json',
  workspace: ' in .env of the working directory',
};

/** A sentence for people: `profile google:a → keyRef exec`. */
export function describePlace({ provider, holder, profile, variable, aws, source }: Place): string {
  const how = source === 'inline' ? '' : ` → ${source}`;
  switch (holder) {
    case 'environment':
      return `env ${variable?.name}${LAYERS[variable?.layer ?? 'process']}`;
    case 'entry':
      return `models.providers.${provider}.apiKey${how}`;
    case 'header':
      return `models.providers.${provider}.headers${how}`;
    case 'speech':
      return `tts.providers.${provider}.apiKey${how}`;
    case 'models.json':
      return `an older models.json, ${provider}`;
    case 'aws':
      return `AWS ${aws}`;
    case 'aws role base':
      return 'the keys behind AWS role';
    case 'profile':
      return `profile ${provider}:${profile?.name} (${profile?.type})${how}`;
    default:
      return `${holder} of profile ${provider}:${profile?.name} (${profile?.type})`;
  }
}

/** A place without the names that tell one case from another: `environment`, `profile`, `entry(file)`. */
export function placePattern({ holder, source, variable, aws }: Place): string {
  if (aws) return holder === 'aws' ? `aws-${aws}` : holder;
  if (variable) return variable.layer === 'process' ? holder : `${holder}(${variable.layer})`;
  return source === 'inline' ? holder : `${holder}(${source})`;
}

/**
 * The name by which a place's secret is referred to, also when nothing is there; null for text that stands in its
 * place. Grammar: openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md (env, file, exec, store).
 */
export function referenceOf({ provider, holder, profile, source }: Place): string | null {
  const name = `${provider}-${profile?.name ?? holder}`;
  switch (source) {
    case 'env':
    case 'dotenv':
    case 'template':
    case 'foreign-name':
    case 'store':
      return `CASE_${name.replaceAll('-', '_').toUpperCase()}`;
    case 'file':
      return `/${name}`;
    case 'exec':
      return name;
    case 'inline':
    case 'marker':
      return null;
  }
}
