/** The steps of a case in an issue: what a reader does in the home, one after the other. */
import { laneOfSteps } from '../../gateway/steps/observe-steps.ts';
import type { Case } from '../../generators/case.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { stepsText } from '../steps-text.ts';

/** @source gateway/observe/logins.ts: the provider of a case with steps gives such tokens */
const SHORT_LOGINS =
  'The access tokens of this provider end after five seconds, and it accepts no refresh token twice. With others, wait before each line that asks it until the token has ended.';
const FRESH =
  '3. Take each path by itself in a fresh home that has this setup, too, without what happens before it. It promises the same.';

/**
 * Lines of Markdown; null for a case without steps.
 *
 * @param gatewaySettings what a gateway needs in the configuration
 * @param hasVariant whether the law holds the steps against the paths in fresh homes
 */
export function stepsInHome(
  value: Case,
  version: string,
  gatewaySettings: string,
  hasVariant: boolean,
): string[] | null {
  const text = stepsText(value, version);
  if (text === null) return null;
  const isGateway = laneOfSteps(value, 'embedded') === 'gateway';
  const hasLogin = setupsOf(value).some(({ profiles }) =>
    profiles.some(({ type, refresh }) => type === 'oauth' && refresh === 'works'),
  );
  return [
    '2. In this home, do one after the other:',
    '',
    '```',
    text,
    '```',
    '',
    ...(isGateway ? [gatewaySettings, ''] : []),
    ...(hasLogin ? [SHORT_LOGINS, ''] : []),
    ...(hasVariant ? [FRESH, ''] : []),
  ];
}
