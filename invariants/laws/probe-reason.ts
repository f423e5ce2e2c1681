import { type AuthProfile, hasEnded } from '../../generators/axes/auth-profile.ts';
import { declaredProfiles, declaresSome } from '../../generators/axes/listed-profiles.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { idOfProfile } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { profileOfCredential } from '../../observation/credential.ts';
import type { ProbeResult } from '../../observation/status.ts';
import { familyOf, type Law, observed } from '../law.ts';
import { violationsOf } from '../violation.ts';
import { isReadByAll } from '../waiting-profiles.ts';

/** The reason codes that the documents tie to one fault of a profile. */
type ReasonCode =
  | 'missing_credential'
  | 'invalid_expires'
  | 'expired'
  | 'unresolved_ref'
  | 'excluded_by_auth_order';

const CODES: readonly string[] = [
  'missing_credential',
  'invalid_expires',
  'expired',
  'unresolved_ref',
  'excluded_by_auth_order',
] satisfies ReasonCode[];

/**
 * Judged by the codes alone, and for key and token profiles whose text is usual: no document says why a refreshed token or an
 * odd text is ineligible.
 */
export const probeReason: Law = {
  id: 'probe-reason',
  sentence:
    'the probe gives a profile that it does not ask with the reason code of a fault that the profile has',
  source:
    'openclaw@2026.9.6:docs/auth-credential-semantics.md ("Stable probe reason codes", "Eligibility rules", "Explicit auth order filtering")',
  check: (judged) => {
    const probe = observed(judged, 'probe');
    if (!probe?.probe) return [];
    const setups = setupsOf(judged.value).filter((each) => isReadByAll(judged.value, each));
    const asked = new Set(probe.requests.flatMap(({ credentials }) => credentials).map(profileOfCredential));
    return violationsOf(
      'probe-reason',
      familyOf(judged),
      probe.probe.flatMap((result) => {
        const problem = asked.has(result.profileId) ? null : misnamed(result, setups);
        if (!problem) return [];
        const detail = `the probe says ${result.reason ?? result.status} of ${result.profileId}: ${problem}`;
        return [{ path: 'probe' as const, reference: null, behaviour: problem, detail }];
      }),
    );
  },
};

/** The difference between the reason that is told and the faults that are there, or null. */
function misnamed(
  { profileId, status, reason }: ProbeResult,
  setups: readonly ProviderSetup[],
): string | null {
  const setup = setups.find(({ id, profiles }) =>
    profiles.some(({ name }) => idOfProfile(id, name) === profileId),
  );
  const profile = setup?.profiles.find(({ name }) => idOfProfile(setup.id, name) === profileId);
  if (!setup || !profile || profile.type === 'oauth' || profile.secret.shape !== 'plain') return null;
  const faults = faultsOf(profile, setup);
  if (reason !== null && CODES.includes(reason))
    return faults.some((fault) => fault === reason) || isLeftOut(profile, setup, reason)
      ? null
      : `${reason} in place of ${faults.join(' or ') || 'no fault'}`;
  const [only, second] = faults;
  return reason === null && status !== 'ok' && only && !second ? `no reason in place of ${only}` : null;
}

/**
 * Whether the reason is that an explicit order leaves the profile out. One that names no stored profile leaves out all of
 * them, and the documents do not say that the probe must tell it; nor do they say it of profiles that the configuration declares.
 */
function isLeftOut({ name }: AuthProfile, setup: ProviderSetup, reason: string): boolean {
  const names = setup.order?.names ?? (declaresSome(setup) ? namesOf(declaredProfiles(setup)) : null);
  return reason === 'excluded_by_auth_order' && names !== null && !names.includes(name);
}

function namesOf(profiles: readonly AuthProfile[]): string[] {
  return profiles.map(({ name }) => name);
}

function faultsOf(profile: AuthProfile, { order, profiles }: ProviderSetup): ReasonCode[] {
  const { type, secret, expires } = profile;
  const isListed = ({ name }: AuthProfile) => order?.names.includes(name) ?? true;
  const isReference = secret.source !== 'inline';
  return [
    ...(secret.holds === 'nothing'
      ? [isReference ? ('unresolved_ref' as const) : ('missing_credential' as const)]
      : []),
    ...(hasEnded({ type, expires })
      ? [expires === 'past' ? ('expired' as const) : ('invalid_expires' as const)]
      : []),
    ...(profiles.some(isListed) && !isListed(profile) ? ['excluded_by_auth_order' as const] : []),
  ];
}
