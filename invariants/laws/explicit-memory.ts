/** The rule for settings of memory search alone: its key, its address and its header are used there. */
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import { memoryHost } from '../../generators/providers/hosts.ts';
import { placeOf } from '../../observation/credential.ts';
import {
  credentialsHolder,
  credentialsText,
  firstCredentials,
  modelRequests,
  outcomeText,
} from '../behaviour.ts';
import { MEMORY_PATHS } from '../facts/memory-paths.ts';
import { type Judged, observed } from '../law.ts';
import type { Deviation } from '../violation.ts';
import { endsStrictCommands } from './unobstructed.ts';

/** A key that cannot be read as it was meant says nothing of what must be sent. */
export function againstMemoryEndpoint(judged: Judged): Deviation[] {
  const endpoint = memoryEndpointOf(judged.value);
  if (!endpoint || endpoint.apiKey.holds === 'nothing' || endpoint.apiKey.shape !== 'plain') return [];
  const { provider, hasAddress, hasHeader } = endpoint;
  return MEMORY_PATHS.flatMap((path) => {
    const observation = observed(judged, path);
    if (observation?.model.provider !== provider) return [];
    const [first] = modelRequests(observation);
    const deviation = (behaviour: string, detail: string) => [
      { path, reference: null, behaviour, detail: `${path} ${detail}` },
    ];
    const sent = firstCredentials(observation);
    const { outcome } = observation;
    if (!sent && !(outcome.kind === 'failure' && outcome.class === 'no-credential')) return [];
    if (!sent && endsStrictCommands(judged.value)) return [];
    if (!sent?.some((each) => placeOf(each)?.holder === 'memory')) {
      const end = sent ? credentialsHolder(sent) : outcomeText(observation);
      return deviation(
        `${end} in place of its own key`,
        `sends ${credentialsText(sent)}, a key is set for it`,
      );
    }
    if (hasAddress && first && first.host !== memoryHost(provider))
      return deviation('without its own address', `goes to ${first.host}, an address is set for it`);
    if (hasHeader && first && !first.ownHeaders.includes('memory'))
      return deviation(
        'without its own header',
        `goes to ${first.host} without the header that is set for it`,
      );
    return [];
  });
}
