import { isAskedDirectly } from '../../generators/axes/proxy.ts';
import type { Observation } from '../../observation/observation.ts';
import type { WireRequest } from '../../observation/request.ts';
import { modelRequests } from '../behaviour.ts';
import { factsOf } from '../facts/facts-of.ts';
import { familyOf, type GeneralLaw, type JudgedAny, observed } from '../law.ts';
import { isPromised, type PromiseId } from '../promises/promises.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** The paths whose documents promise that they ask through it. */
const PROMISES: Readonly<Partial<Record<Observation['path'], PromiseId>>> = {
  audio: 'audio/proxy-variables',
  video: 'media-understanding/proxy-variables',
};

/**
 * Documents promise it of audio and video. Of the others, who asks with chat's credential asks by chat's way: where nothing but the
 * proxy leads out, a request that goes past it fails.
 */
export const throughProxy: GeneralLaw = {
  id: 'through-proxy',
  sentence:
    'where the environment names a proxy, audio and video ask through it, and no path goes past it by which chat is answered',
  source:
    'openclaw@2026.9.6:docs/nodes/media-understanding.md ("Proxy support (audio/video provider calls)"); openclaw@2026.9.6:docs/nodes/audio.md ("Proxy environment support"); CHANGELOG of openclaw 2026.3.23 (a login could not be renewed where a proxy is required)',
  judges: (judged) => factsOf(judged).hasProxy && judged.observations.some((each) => sentOf(each).length > 0),
  check: (judged) => {
    if (!factsOf(judged).hasProxy) return [];
    return violationsOf(
      'through-proxy',
      familyOf(judged),
      judged.observations.flatMap(({ path }) => {
        const observation = observed(judged, path);
        return observation ? pastIt(judged, observation) : [];
      }),
    );
  },
};

function pastIt(judged: JudgedAny, observation: Observation): Deviation[] {
  const { path } = observation;
  const [past] = sentOf(observation).filter(({ viaProxy }) => !viaProxy);
  if (!past) return [];
  const promise = PROMISES[path];
  const isDocumented = promise !== undefined && isPromised(promise, judged.version);
  const reference = isDocumented ? null : referenceOf(judged, path);
  if (!isDocumented && !reference) return [];
  const isLogin = past.purpose === 'provider';
  return [
    {
      path,
      reference: reference && reference !== path ? { path: reference, behaviour: 'through the proxy' } : null,
      behaviour: `${isLogin ? 'a login' : 'asks'} past the proxy`,
      detail: `${path} asks ${past.host}${past.path} directly, though the environment names a proxy`,
    },
  ];
}

/** Chat, where every model that it asks is asked through the proxy; it stands for its own logins, too. */
function referenceOf(judged: JudgedAny, path: Observation['path']): Observation['path'] | null {
  const chat = observed(judged, 'chat');
  const asked = chat ? modelRequests(chat) : [];
  const isReference = asked.length > 0 && asked.every(({ viaProxy }) => viaProxy);
  if (isReference) return 'chat';
  // A path whose own model is asked through it has its login renewed so, too.
  const own = judged.observations.filter((each) => each.path === path).flatMap(modelRequests);
  return own.length > 0 && own.every(({ viaProxy }) => viaProxy) ? path : null;
}

/** The requests that could have gone through it: those of the machine itself, as AWS's metadata, never do. */
function sentOf({ requests }: Observation): WireRequest[] {
  return requests.filter(
    ({ host, purpose }) => purpose !== 'other' && !isAskedDirectly(host) && !host.startsWith('169.254.'),
  );
}
