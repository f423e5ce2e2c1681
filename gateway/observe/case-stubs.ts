/** The stubs that answer a run of a case: its providers, and the services that issue tokens and AWS credentials. */
import type { RequestHandler } from 'msw';
import type { Case } from '../../generators/case.ts';
import { gatewayPath, providerOfSetup, usersServers } from '../../generators/provider-setup.ts';
import { ALL_PROVIDERS } from '../../generators/providers/catalog.ts';
import { type CaseCanary, setupsOf } from '../../generators/secrets/canaries.ts';
import { accountOf } from '../../generators/secrets/default-credentials.ts';
import type { AwsBackend } from '../../mocks/aws/backend.ts';
import { identityCenterStubs } from '../../mocks/aws/identity-center.ts';
import { metadataStubs } from '../../mocks/aws/metadata.ts';
import { stsStubs } from '../../mocks/aws/sts.ts';
import { type Grant, googleTokenStubs } from '../../mocks/google/token.ts';
import { copilotTokenStubs } from '../../mocks/providers/copilot-token.ts';
import { tokenStubs } from '../../mocks/providers/oauth-token.ts';
import { providerStubs, type StubbedAnswer, usageStubs } from '../../mocks/providers/provider-stub.ts';
import type { CallingModel } from '../../mocks/providers/tool-call.ts';
import { credentialExaminer, issuerOf } from './credential-examiner.ts';
import type { Logins } from './logins.ts';

/** A provider that is in no case. */
const BY_KEY: StubbedAnswer = { answer: 'by-key', answeredRequests: 'every' };

/**
 * @param aws what issues AWS credentials; null: our own services
 * @param model asks every turn for a tool; null: answers it
 */
export function caseStubs(
  value: Case,
  canaries: CaseCanary[],
  aws: AwsBackend | null,
  model: CallingModel | null,
  logins: Logins,
): RequestHandler[] {
  const setups = setupsOf(value);
  const declared = new Set<string>(setups.map(({ id }) => id));
  const examine = credentialExaminer(value, canaries);
  const issuer = issuerOf(value, canaries);
  return [
    // The case's own come first: of two providers with a host in common the one that it has answers.
    ...setups.flatMap((setup) =>
      providerStubs(
        providerOfSetup(setup),
        examine,
        setup,
        model,
        usersServers(setup.entry),
        gatewayPath(setup.entry),
      ),
    ),
    ...ALL_PROVIDERS.filter(({ id }) => !declared.has(id)).flatMap((provider) =>
      providerStubs(provider, examine, BY_KEY, model),
    ),
    ...tokenStubs((refreshToken) => logins(canaries, refreshToken)),
    ...copilotTokenStubs((token) => exchangedToken(canaries, token)),
    ...googleTokenStubs((grant) => googleToken(canaries, grant)),
    ...(aws?.services(canaries, issuer.isSigned) ?? []),
    ...stsStubs(issuer),
    ...identityCenterStubs(issuer),
    ...metadataStubs(issuer),
  ];
}

/** The stubs of a case that tell usage. */
export function usageStubsOf(value: Case, canaries: readonly CaseCanary[]): RequestHandler[] {
  const examine = credentialExaminer(value, canaries);
  const own = setupsOf(value);
  const others = ALL_PROVIDERS.filter(({ id }) => own.every((setup) => setup.id !== id));
  return [
    ...own.flatMap((setup) => usageStubs(setup.id, examine, setup)),
    ...others.flatMap(({ id }) => usageStubs(id, examine, BY_KEY)),
  ];
}

/** The Copilot token given for a live GitHub token in this case; null if there is none. */
function exchangedToken(canaries: readonly CaseCanary[], token: string): string | null {
  return canaries.find(({ text, validity }) => text === token && validity === 'live')?.exchanged ?? null;
}

/** The access token given for a live file of default credentials in this case; null if there is none. */
function googleToken(canaries: readonly CaseCanary[], grant: Grant): string | null {
  const found = canaries.find(
    ({ place, text }) =>
      place.holder === 'default credentials file' &&
      ('account' in grant ? accountOf(text) === grant.account : text === grant.refreshToken),
  );
  return found?.validity === 'live' ? found.exchanged : null;
}
