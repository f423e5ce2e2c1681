/**
 * Expresses a home as a generated case: if the same build shows the same violation on that case, the case joins generated
 * findings. If not, the generators cannot express the settings that the home has and the case does not.
 */
import { configOf } from '../../gateway/home/config.ts';
import { traitsOf } from '../../gateway/versions/traits.ts';
import type { Case } from '../../generators/case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { chatModel, configurationOf } from '../../home-case/configuration.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { type Claim, claimOf } from '../../invariants/violation.ts';
import { isJsonRecord } from '../../support/json-record.ts';
import type { Observe } from '../evaluate/evaluator.ts';
import { judgeCase } from '../evaluate/judge-case.ts';
import { endText } from './home-shows.ts';

export interface Lifted {
  readonly case: Case;
  /** The violation of the case on the paths of the home's claim; null: it does not show what the home shows. */
  readonly claim: Claim | null;
  /** The ends of these paths with it. */
  readonly ends: string;
  /** Settings of the home that the case does not have. */
  readonly lacks: readonly string[];
  /** Settings of the case that the home does not have. */
  readonly adds: readonly string[];
}

/** @returns null where there was no time left */
export async function liftHome(
  observe: Observe,
  home: HomeCase,
  value: Case,
  version: string,
  claim: Claim,
): Promise<Lifted | null> {
  const asHome = await observe(home, claim.paths);
  const judgement = await judgeCase(observe, value, version, claim.paths);
  if (!asHome || !judgement) return null;
  const ends = judgement.observations.map(endText).join(', ');
  const isSame = ends === asHome.map(endText).join(', ');
  const shown = judgement.violations.filter(({ paths }) => paths.some((each) => claim.paths.includes(each)));
  const own = shown.find(({ law }) => law === claim.law) ?? shown[0];
  return {
    case: value,
    claim: isSame && own ? claimOf(own) : null,
    ends,
    ...differences(home, value, version),
  };
}

function differences(home: HomeCase, value: Case, version: string): Pick<Lifted, 'lacks' | 'adds'> {
  const paths = { secretFile: '~/secrets.json', execCommand: '~/secret-command', logFile: null };
  const traits = { ...traitsOf(version), settings: {} };
  const lifted = new Set(leaves(configOf(value, canariesOf(value, 'lifted'), traits, paths, null), {}));
  const { provider } = chatModel(home) ?? {};
  const own = new Set(leaves(configurationOf(home), provider ? { [provider]: value.provider.id } : {}));
  return {
    lacks: [...own].filter((each) => !lifted.has(each) && !each.startsWith('meta.')),
    adds: [...lifted].filter((each) => !own.has(each)),
  };
}

/** The places of all values, with the providers' names as the case has them. */
function leaves(value: unknown, names: Readonly<Record<string, string>>, place = ''): string[] {
  const children = Array.isArray(value) ? value.entries() : isJsonRecord(value) ? Object.entries(value) : [];
  const below = [...children].flatMap(([key, child]) =>
    leaves(child, names, `${place}${place && '.'}${names[key] ?? key}`),
  );
  return below.length > 0 || place === '' ? below : [place];
}
