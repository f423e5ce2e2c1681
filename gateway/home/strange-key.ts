/** A key of something that no path asks, in the configuration and in the variables of the process. */
import type { StrangeKey } from '../../generators/axes/strange-key.ts';

const VARIABLE = 'CASE_STRANGE_KEY';
/** No provider takes it, and no request has it. */
const TEXT = 'of-no-provider';

export function strangeSection(of: StrangeKey | null): object {
  if (!of) return {};
  const reference = { source: 'env', provider: 'default', id: VARIABLE };
  const sections: Record<StrangeKey, object> = {
    skill: { skills: { entries: { 'acme-notes': { apiKey: reference } } } },
    talk: { talk: { providers: { elevenlabs: { apiKey: reference } } } },
    remote: { gateway: { remote: { token: reference } } },
  };
  return sections[of];
}

export function strangeVariable(of: StrangeKey | null): Record<string, string> {
  return of ? { [VARIABLE]: TEXT } : {};
}
