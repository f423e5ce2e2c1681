/** Memory search that one provider of a case has first, and the other one later. */
import fc from 'fast-check';
import type { PathName } from '../../observation/path-name.ts';
import type { Case } from '../case.ts';
import { plainCase } from '../plain-case.ts';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { withUsualKey } from '../usual-key.ts';
import type { Step } from './step.ts';

/** Whether memory search of chat's provider may be given to the other one: both embed, and no endpoint of its own stays with it. */
export function canMoveMemory({ provider, otherProvider, memoryEndpoint }: Case): boolean {
  if (!otherProvider || memoryEndpoint) return false;
  return [provider, otherProvider].every(({ id }) => providerOf(id).ownModels?.embedding);
}

/** Whether a variable is all that the vectors of a provider need; a server of the user's own needs an entry. */
export function embedsByVariable(id: ProviderId): boolean {
  const { needsEntry, family, environmentVariables } = providerOf(id);
  return !needsEntry && family !== 'self-hosted' && environmentVariables.length > 0;
}

/** Two providers with a key each, of which the second is given memory search between two times that a path is taken. */
export function movedMemoryArbitrary(
  providers: readonly ProviderId[],
  pathsOf: (provider: ProviderId) => readonly PathName[],
): fc.Arbitrary<Case> {
  return fc
    .tuple(
      fc.shuffledSubarray([...providers], { minLength: 2, maxLength: 2 }),
      fc.constantFrom('file', 'rpc'),
    )
    .chain(([[first, second], by]) =>
      fc.constantFrom(...pathsOf(first!)).map((path) => {
        const take: Step = { do: 'take', path };
        const steps: Step[] = [{ do: 'run-gateway' }, take, { do: 'move-memory', by }, take];
        return plainCase(withUsualKey(first!), { otherProvider: withUsualKey(second!), steps });
      }),
    );
}
