/** The reasons why a case cannot be shrunk. */
import type { Arbitrary } from 'fast-check';
import type { Case } from '../../generators/case.ts';
import { PLAIN, PLAIN_SETUP, plainCase } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';

/**
 * The fields that keep a case from being shrunk, as `provider.entry`: each of them alone does so in a plain case.
 *
 * @returns none where the case can be shrunk
 */
export function unshrinkableFields(value: Case, arbitrary: Arbitrary<Case>): string[] {
  if (arbitrary.canShrinkWithoutContext(value)) return [];
  const { provider, otherProvider } = value;
  const { id } = provider;
  const isStuck = (each: Case) => !arbitrary.canShrinkWithoutContext(each);
  if (isStuck(plainCase({ id }))) return ['provider.id'];
  const names = (Object.keys(PLAIN) as (keyof typeof PLAIN)[]).filter((name) => name !== 'otherProvider');
  return [
    ...stuckAxes(provider, (setup) => isStuck(plainCase(setup))).map((name) => `provider.${name}`),
    ...(otherProvider
      ? stuckAxes(otherProvider, (setup) => isStuck(plainCase({ id }, { otherProvider: setup }))).map(
          (name) => `otherProvider.${name}`,
        )
      : []),
    ...names.filter((name) => isStuck({ ...plainCase({ id }), [name]: value[name] })),
  ];
}

function stuckAxes(setup: ProviderSetup, isStuck: (setup: ProviderSetup) => boolean): string[] {
  const plain = { ...PLAIN_SETUP, id: setup.id };
  if (isStuck(plain)) return ['id'];
  const names = Object.keys(PLAIN_SETUP) as (keyof typeof PLAIN_SETUP)[];
  return names.filter((name) => isStuck({ ...plain, [name]: setup[name] }));
}
