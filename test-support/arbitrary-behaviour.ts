/** Cases of every provider, and paths that do whatever they like with the secrets of theirs. */
import fc from 'fast-check';
import { observeCredential } from '../gateway/observe/credential.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { type Case, caseArbitrary } from '../generators/case.ts';
import { type Canary, canariesOf } from '../generators/secrets/canaries.ts';
import { generationOf } from '../generators/secrets/rotation.ts';
import { isTaken } from '../generators/steps/step.ts';
import { stepsCaseArbitrary } from '../generators/steps-case.ts';
import type { Judged } from '../invariants/law.ts';
import { lawIdSchema } from '../invariants/law-id.ts';
import type { Credential } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import { failureClassSchema, type Outcome } from '../observation/outcome.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import type { Health } from '../observation/status.ts';
import { pathOf, pathsOfLane } from '../paths/paths.ts';
import { observation, request } from './conforming.ts';

const HOUR = 60 * 60 * 1000;

/** The salt of the secrets of `anyCase`. */
export const SALT = 'any behaviour';

const { providers } = traitsOf(DEFAULT_TARGET);
/** The verdict of a check, by the status of the row that was drawn beside it. */
const CHECKS = { ok: 'good', auth: 'bad', rate_limit: 'expiring' } as const;
/** The word for the profile of that row, and for its provider. */
const WORDS = { ok: 'ok', auth: 'expired', rate_limit: 'expiring' } as const;
const GATEWAY_REPORTS: readonly PathName[] = ['auth-status', 'model-list', 'chat-startup'];
/** Amazon Bedrock more often than it is drawn otherwise: one law is about it alone. */
export const anyCase: fc.Arbitrary<Case> = fc
  .oneof(
    { weight: 9, arbitrary: caseArbitrary(providers) },
    { weight: 1, arbitrary: caseArbitrary(['amazon-bedrock']) },
  )
  .map((value) => ({ ...value, steps: null }));

/** Text on the wire: the n-th secret of the case with something around it, or text of its own. */
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ secret: fc.nat(20), around: fc.constantFrom('', '', '', ' ', 'Bearer ') }),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'undefined', 'secretref-managed', 'GEMINI_API_KEY', 'other') },
);

const sent = fc.record({
  texts: fc.array(fc.record({ text, scheme: fc.constantFrom('bearer', 'x-api-key', 'x-goog-api-key') }), {
    maxLength: 2,
  }),
  host: fc.constantFrom('generativelanguage.googleapis.com', 'api.openai.com', 'example.com'),
  status: fc.constantFrom(200, 401, 429, 500),
});

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ kind: 'answer' }),
  fc
    // No law sees a path that was interrupted.
    .constantFrom(...failureClassSchema.exclude(['interrupted']).options)
    .map((name): Outcome => ({ kind: 'failure', class: name, message: '' })),
);

/** The paths of commands more often: most laws are about them. */
const anyPath = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...pathsOfLane('cli')) },
  { weight: 2, arbitrary: fc.constantFrom(...ALL_PATHS) },
);

const behaviour = fc.record({
  path: anyPath,
  requests: fc.array(sent, { maxLength: 3 }),
  outcome,
  leaks: fc.array(fc.record({ secret: fc.nat(20), where: fc.constantFrom('stderr', 'work/notes.txt') }), {
    maxLength: 2,
  }),
  egress: fc.subarray(['telemetry.example.com', 'statistics.example.com']),
  probed: fc.constantFrom('ok', 'auth', 'rate_limit'),
  reason: fc.constantFrom(null, 'expired', 'unresolved_ref'),
  named: fc.option(fc.constantFrom('google:a', 'google:b', 'openai:a', 'openai:b')),
  status: fc.constantFrom('present' as const, 'missing' as const, 'unclear' as const),
});
type Behaviour = typeof behaviour extends fc.Arbitrary<infer T> ? T : never;

const behaviours = fc.uniqueArray(behaviour, { selector: ({ path }) => path, maxLength: ALL_PATHS.length });

/** A case with what paths did in it and in a variant of it: each law finds something to judge. */
export const anyBehaviour: fc.Arbitrary<Judged> = fc
  .record({ value: anyCase, own: behaviours, ofVariant: behaviours })
  .map(({ value, own, ofVariant }) => {
    const canaries = canariesOf(value, SALT);
    const observe = (each: Behaviour) => observed(value, canaries, each);
    const variant = ofVariant.map(observe);
    return {
      value,
      version: DEFAULT_TARGET,
      observations: own.map(observe),
      variants: Object.fromEntries(lawIdSchema.options.map((law) => [law, variant])),
    };
  });

/** The same over steps: keys are replaced, and each path that is taken does whatever it likes with those of any generation. */
export const anyBehaviourOverSteps: fc.Arbitrary<Judged> = fc
  .record({
    value: stepsCaseArbitrary(
      {
        providers: ['google', 'openai'],
        subscriptions: [],
        memoryPathsOf: () => [],
        pathsOf: () => ['chat', 'image', 'socket-chat', 'probe'],
      },
      true,
    ),
    own: fc.array(behaviour, { minLength: 16, maxLength: 16 }),
    ofVariant: behaviours,
  })
  .map(({ value, own, ofVariant }) => {
    const old = canariesOf(value, SALT).map((each) => ({ ...each, isReplaced: true }));
    const canaries = [...generationOf(value, SALT, 1), ...old];
    const observe = (each: Behaviour) => observed(value, canaries, each);
    const taken = (value.steps ?? []).flatMap((step, index) => {
      if (!isTaken(step)) return [];
      const calls = step.do === 'take-twice' ? [own[index]!, own.at(-1)!] : [own[index]!];
      const before = value.steps?.findIndex((each) => each.do === 'reload-secrets') ?? -1;
      const isUndone = own[0]!.outcome.kind === 'failure' && before >= 0 && before < index;
      const undone = isUndone ? { undone: [{ step: before, message: 'refused' }] } : {};
      return calls.map((each) => ({ ...observe({ ...each, path: step.path }), step: index, ...undone }));
    });
    const variant = ofVariant.map(observe);
    return {
      value,
      version: DEFAULT_TARGET,
      observations: taken,
      variants: Object.fromEntries(lawIdSchema.options.map((law) => [law, variant])),
    };
  });

function observed(value: Case, canaries: readonly Canary[], each: Behaviour): Observation {
  const nth = (index: number) => canaries[index % Math.max(canaries.length, 1)];
  const requests = each.requests.map(({ texts, host, status }) => ({
    ...request(
      ...texts.map(({ text: told, scheme }) => {
        const secret = typeof told === 'string' ? told : `${told.around}${nth(told.secret)?.text ?? ''}`;
        return observeCredential({ scheme, text: secret }, canaries, new Set());
      }),
    ),
    host,
    status,
  }));
  const isProbe = each.path === 'probe';
  const { onlyLane = 'embedded' } = pathOf(each.path);
  return observation(each.path, {
    lane: onlyLane,
    model: { provider: value.provider.id, id: 'model' },
    requests,
    outcome: onlyLane === 'gateway' ? atStart(each.outcome) : each.outcome,
    egress: each.egress,
    disclosures: each.leaks.flatMap(({ secret, where }) => {
      const canary = nth(secret);
      return canary ? [{ where, place: canary.place }] : [];
    }),
    ...(isProbe && each.named !== null
      ? { unusable: [{ profileId: each.named, kind: 'cooldown', remainingMs: HOUR }] }
      : {}),
    probe: isProbe
      ? [
          {
            profileId: each.named,
            source: each.named ? 'profile' : 'env',
            status: each.probed,
            reason: each.reason,
          },
        ]
      : null,
    ...(isProbe ? { check: CHECKS[each.probed as keyof typeof CHECKS] } : {}),
    ...(isProbe || each.path === 'auth-status' ? { health: wordsOf(each) } : {}),
    status: isProbe || GATEWAY_REPORTS.includes(each.path) ? each.status : null,
    ...(each.path === 'chat' && value.provider.aws && { awsDefaultChain: sentFirst(canaries) }),
  });
}

function wordsOf({ named, probed }: Behaviour): Health {
  const word = WORDS[probed as keyof typeof WORDS];
  return { profiles: named === null ? [] : [{ profileId: named, word }], provider: word };
}

/** A path of a gateway that finds no credential may have ended with the start of the gateway. */
function atStart(outcome: Outcome): Outcome {
  const isOfStart = outcome.kind === 'failure' && outcome.class === 'no-credential';
  return isOfStart ? { ...outcome, isPreflight: true } : outcome;
}

/** The observation when the first secret of a case is sent; nothing where it has none. */
function sentFirst(canaries: readonly Canary[]): Credential[] {
  return canaries
    .slice(0, 1)
    .map(({ text: secret }) => observeCredential({ scheme: 'bearer', text: secret }, canaries, new Set()));
}

/** All paths of a subject that treats them alike: each sends the first secret of the case, and ends as the provider answers. */
export function alike(value: Case, paths: readonly PathName[]): Observation[] {
  const canaries = canariesOf(value, SALT).filter(({ place }) => place.provider === value.provider.id);
  const [first] = canaries;
  const isTaken = first?.validity === 'live';
  return paths.map((path) =>
    observation(path, {
      model: { provider: value.provider.id, id: 'model' },
      requests: first ? [{ ...request(...sentFirst(canaries)), status: isTaken ? 200 : 401 }] : [],
      outcome: isTaken
        ? { kind: 'answer' }
        : { kind: 'failure', class: first ? 'rejected' : 'no-credential', message: '' },
    }),
  );
}
