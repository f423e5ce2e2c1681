/**
 * The LocalStack lane: a real LocalStack issues the credentials, the subject's own AWS chain finds them, and our
 * stubs verify what reaches the wire with the secret that LocalStack issued.
 *
 * The same cases run with our own STS: both must give the same observations.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDriver, type Driver } from '../../gateway/driver.ts';
import { installSubject } from '../../gateway/subject/install.ts';
import { traitsOf } from '../../gateway/versions/traits.ts';
import type { Case } from '../../generators/case.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { setupLine } from '../../reports/setup-text.ts';
import { mapRoundRobin } from '../../search/evaluate/map-round-robin.ts';
import { logLine } from '../../support/log-line.ts';
import { dockerState, type LocalStack, removeStaleContainers, startLocalStack } from './container.ts';
import { createLocalStackIssuer, createRoles, type LocalStackIssuer } from './issuer.ts';
import { localStackCases } from './localstack-cases.ts';

const CASES = 60;
const TARGET = process.env.LOCALSTACK_TARGET ?? '2026.4.24';
/** A build that must be asked in a fresh process probes Bedrock without a target: eight seconds that say nothing of a credential. */
const PATHS: readonly PathName[] = traitsOf(TARGET).freshProbes.includes('amazon-bedrock')
  ? ['chat', 'image']
  : ['chat', 'image', 'probe'];

interface Run {
  readonly value: Case;
  readonly real: Observation[];
  readonly own: Observation[];
  /** The name by which LocalStack knows the key of the last role; null where none was assumed. */
  readonly caller: string | null;
}

const cases = localStackCases(1, CASES);
const state = await dockerState();
const isRequired = process.env.CONFORMANCE_REQUIRE === 'localstack';
if (state.kind !== 'working') {
  process.stdout.write(`\nLocalStack lane not testable (${state.kind}): ${state.message}\n`);
}

describe.runIf(state.kind === 'working' || isRequired)('credentials that a real LocalStack issued', () => {
  let container: LocalStack | null = null;
  let runs: Run[] = [];

  beforeAll(async () => {
    if (state.kind !== 'working') throw new Error(`--require localstack: ${state.message}`);
    const stale = await removeStaleContainers();
    if (stale > 0) process.stderr.write(`Removed ${stale} container(s) that a killed run left behind\n`);
    const subject = await installSubject(TARGET, logLine);
    container = await startLocalStack();
    const { endpoint } = container;
    await createRoles(endpoint);
    const workers = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const issuer = createLocalStackIssuer(endpoint, name);
        return { issuer, real: await createDriver(subject, issuer), own: await createDriver(subject) };
      }),
    );
    runs = await mapRoundRobin(cases, workers.length, async (value, index) => {
      const { issuer, real, own } = workers[index % workers.length]!;
      const before = issuer.lastIssued();
      const observations = await observeAll(real, value);
      return {
        value,
        real: observations,
        own: await observeAll(own, value),
        caller: await callerOf(issuer, before),
      };
    });
    await Promise.all(
      workers.flatMap(({ real, own }) => [real[Symbol.asyncDispose](), own[Symbol.asyncDispose]()]),
    );
  });

  afterAll(async () => {
    await container?.stop();
  });

  it(`ran ${CASES} different cases`, () => {
    expect(runs).toHaveLength(CASES);
  });

  it.each(cases.map((value, index) => [setupLine(value), index] as const))('%s', (_, index) => {
    const { real, own, caller } = runs[index]!;
    expect(real.map(summary)).toEqual(own.map(summary));
    const sent = sentBy(real.find(({ path }) => path === 'chat'));
    const role = /^AWS (role|role-from-environment|web-identity|web-identity-profile)$/.exec(sent ?? '')?.[1];
    if (role) expect(caller).toContain(`assumed-role/case-${role}/`);
  });

  it('sent keys of users, of roles and with session tokens to Bedrock', () => {
    const sent = new Set(runs.map(({ real }) => sentBy(real.find(({ path }) => path === 'chat'))));
    expect([...sent]).toEqual(
      expect.arrayContaining([
        'env AWS_ACCESS_KEY_ID',
        'AWS profile',
        'AWS role',
        'AWS role-from-environment',
        'AWS web-identity',
        'AWS web-identity-profile',
      ]),
    );
    const withToken = runs.filter(({ value }) => value.provider.aws?.environmentToken);
    const places = withToken.map(({ real }) => sentBy(real.find(({ path }) => path === 'chat')));
    expect(places).toContain('env AWS_ACCESS_KEY_ID');
  });
});

async function observeAll(driver: Driver, value: Case): Promise<Observation[]> {
  const observations: Observation[] = [];
  for (const path of PATHS) observations.push(await driver.observe(value, path, 'embedded'));
  return observations;
}

async function callerOf(
  issuer: LocalStackIssuer,
  before: ReturnType<LocalStackIssuer['lastIssued']>,
): Promise<string | null> {
  const key = issuer.lastIssued();
  return key && key !== before ? issuer.callerOf(key) : null;
}

/** The place whose key a path sent to the model; null where it sent none. */
function sentBy(observation: Observation | undefined): string | null {
  const request = observation?.requests.find(({ purpose }) => purpose === 'model');
  const [credential] = request?.credentials ?? [];
  return credential ? describeOrigin(credential) : null;
}

/** The facts that must not depend on who issued the credentials. */
function summary({ path, outcome, requests, probe, awsDefaultChain }: Observation) {
  return {
    path,
    outcome: outcome.kind === 'failure' ? outcome.class : outcome.kind,
    requests: requests
      .filter(({ purpose }) => purpose === 'model')
      .map(({ host, status, credentials }) => ({ host, status, credentials })),
    probe,
    awsDefaultChain,
  };
}
