import { replacesAuth } from '../../generators/axes/entry-request.ts';
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import { searchKeyOf } from '../../generators/axes/search-key.ts';
import { speechKeyOf } from '../../generators/axes/speech-key.ts';
import { idOfProfile, providerOfHost } from '../../generators/providers/catalog.ts';
import { mediaHost } from '../../generators/providers/hosts.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { ownerOf, placeOf, profileOfCredential } from '../../observation/credential.ts';
import type { ProbeResult } from '../../observation/status.ts';
import { choosesByItself } from '../../paths/asked-model.ts';
import { MEDIA_PATHS } from '../../paths/paths.ts';
import { speech } from '../../paths/speech.ts';
import {
  credentialsHolder,
  credentialsText,
  firstCredentials,
  modelRequests,
  outcomeText,
} from '../behaviour.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { isReadByAll } from '../waiting-profiles.ts';
import { againstMemoryEndpoint } from './explicit-memory.ts';
import { againstCallsModel, againstCommandsModel, namedByCall, pinnedByCommand } from './explicit-model.ts';
import { againstChatProfile, promisedProfile } from './explicit-profile.ts';
import { againstSearchKey } from './explicit-search.ts';
import { isPresent } from './present-profile.ts';
import { endsStrictCommands, passesOver, wantsCredential } from './unobstructed.ts';

/** A named profile is judged only if it can be used: OpenClaw promises nothing for one that cannot. */
export const explicitChoice: Law = {
  id: 'explicit-choice',
  sentence:
    'the profile that the model of chat names, the profile, address and header of a media entry, what is set for speech, for web search or for memory search alone, the model that a command of a media path or the call of a tool names, and the profile that a row of the probe names are used there',
  source:
    'openclaw@2026.9.6:docs/nodes/media-understanding.md (profile, preferredProfile); openclaw@2026.9.6:docs/tools/tts.md (apiKey of a provider); openclaw@2026.9.6:docs/tools/grok-search.md, openclaw@2026.9.6:docs/tools/kimi-search.md (`webSearch.apiKey`); openclaw@2026.9.6:docs/reference/memory-config.md (remote endpoint); openclaw@2026.9.6:docs/concepts/models.md (auth-profile suffix of a primary model); openclaw@2026.9.6:docs/cli/infer.md (`--model` pins a backend); openclaw@2026.9.6:docs/tools/pdf.md (`model`: an override); openclaw@2026.9.6:docs/cli/models.md (probe rows come from auth profiles)',
  judges: (judged) =>
    (judged.value.mediaSelection === 'entries' &&
      (judged.value.mediaPin !== null || judged.value.mediaEntry !== 'plain')) ||
    promisedProfile(judged) !== null ||
    speechKeyOf(judged.value) !== null ||
    memoryEndpointOf(judged.value) !== null ||
    searchKeyOf(judged.value) !== null ||
    pinnedByCommand(judged).length > 0 ||
    namedByCall(judged) !== null ||
    answeredRows(judged).length > 0,
  check: (judged) =>
    violationsOf('explicit-choice', familyOf(judged), [
      ...againstChatProfile(judged),
      ...againstPin(judged),
      ...againstSpeechKey(judged),
      ...againstMemoryEndpoint(judged),
      ...againstSearchKey(judged),
      ...againstMediaEntry(judged),
      ...againstCommandsModel(judged),
      ...againstCallsModel(judged),
      ...againstProbe(judged),
    ]),
};

/** `profile` of a media entry: its secret and no other. `preferredProfile`: its secret first. */
function againstPin(judged: Judged): Deviation[] {
  const { mediaPin: pin, mediaSelection, provider } = judged.value;
  if (!pin || mediaSelection !== 'entries') return [];
  const named = provider.profiles.find(({ name }) => name === pin.name);
  const isListed = !provider.order || provider.order.names.includes(pin.name);
  if (
    !named ||
    !isPresent(named) ||
    !isReadByAll(judged.value, provider) ||
    replacesAuth(provider) ||
    (pin.field === 'preferredProfile' && !isListed)
  )
    return [];
  const id = idOfProfile(provider.id, pin.name);
  return MEDIA_PATHS.flatMap(({ name: path }) => {
    const observation = observed(judged, path);
    if (observation?.model.provider !== provider.id) return [];
    const sent = firstCredentials(observation);
    const isUsed = sent?.some((credential) => profileOfCredential(credential) === id);
    if (isUsed || (!sent && !passesOver(judged, observation, named))) return [];
    const end = sent ? credentialsHolder(sent) : outcomeText(observation);
    const did = sent ? `sends ${credentialsText(sent)}` : `ends with ${outcomeText(observation)}`;
    return [
      {
        path,
        reference: null,
        behaviour: `${end} in place of its ${pin.field}`,
        detail: `${path} ${did}, its ${pin.field} is ${id}`,
      },
    ];
  });
}

/** Audio alone is documented to read an address and headers of its entry (openclaw@2026.9.6:docs/nodes/audio.md). */
function againstMediaEntry(judged: Judged): Deviation[] {
  const { mediaEntry, mediaSelection } = judged.value;
  const sent = modelRequests(observed(judged, 'audio') ?? { requests: [] })[0];
  if (!sent || mediaEntry === 'plain' || mediaSelection !== 'entries') return [];
  const id = providerOfHost(sent.host)?.id ?? '';
  const isUsed =
    mediaEntry === 'own-address' ? sent.host === mediaHost(id) : sent.ownHeaders.includes('media');
  if (isUsed) return [];
  const own = mediaEntry === 'own-address' ? 'address' : 'header';
  const detail = `audio goes to ${sent.host} without the ${own} of its entry`;
  return [{ path: 'audio', reference: null, behaviour: `without the ${own} of its entry`, detail }];
}

/** Buckets that the answer to a request gives; what is called ok and was not accepted, probe-agrees says. */
const ANSWERED = ['auth', 'rate_limit', 'billing'];

/** Rows of the probe that tell of an answer to a usable key or token: an oauth profile may fail at its refresh. */
function answeredRows(judged: Judged): ProbeResult[] {
  const own = setupsOf(judged.value).filter((setup) => !replacesAuth(setup));
  const ids = own.flatMap(({ id, profiles }) =>
    profiles
      .filter((profile) => profile.type !== 'oauth' && isPresent(profile))
      .map(({ name }) => idOfProfile(id, name)),
  );
  const rows = observed(judged, 'probe')?.probe ?? [];
  return rows.filter(
    ({ profileId, status, reason }) =>
      profileId !== null && ids.includes(profileId) && reason === null && ANSWERED.includes(status),
  );
}

/** A row that names a profile tells of a request with the credential of that very profile. */
function againstProbe(judged: Judged): Deviation[] {
  const probe = observed(judged, 'probe') ?? { requests: [] };
  const sent = modelRequests(probe).flatMap(({ credentials }) => credentials);
  // A token may be refused where it is to be exchanged, before a model is asked.
  const anywhere = probe.requests.flatMap(({ credentials }) => credentials);
  // A text that is no credential may belong to any profile.
  if (sent.length === 0 || sent.some((each) => placeOf(each) === null)) return [];
  const row = answeredRows(judged).find(
    ({ profileId }) => !anywhere.some((each) => profileOfCredential(each) === profileId),
  );
  if (!row) return [];
  const detail = `the probe says ${row.status} of ${row.profileId}, and sends ${credentialsText(sent)}`;
  const behaviour = `${credentialsHolder(sent)} in place of the profile that its row names`;
  return [{ path: 'probe', reference: null, behaviour, detail }];
}

/** Speech sends another secret than the key that is set for it, or finds none. */
function againstSpeechKey(judged: Judged): Deviation[] {
  const key = speechKeyOf(judged.value);
  const observation = observed(judged, 'speech');
  if (!key || key.secret.holds === 'nothing' || key.secret.shape !== 'plain') return [];
  if (observation?.model.provider !== key.provider) return [];
  const sent = firstCredentials(observation);
  if (sent ? sent.some((each) => placeOf(each)?.holder === 'speech') : !wantsCredential(observation))
    return [];
  if (!sent && endsStrictCommands(judged.value)) return [];
  // If OpenClaw chooses the model, it may choose a provider with another key.
  const chooses = choosesByItself(judged.value, speech);
  if (chooses && sent?.some((each) => ownerOf(each) !== key.provider)) return [];
  const end = sent ? credentialsHolder(sent) : outcomeText(observation);
  return [
    {
      path: 'speech',
      reference: null,
      behaviour: `${end} in place of its own key`,
      detail: `speech ends with ${outcomeText(observation)} (${credentialsText(sent)}), a key is set for it`,
    },
  ];
}
