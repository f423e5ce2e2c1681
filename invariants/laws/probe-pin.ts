import { probedProfile } from '../../generators/axes/probe-profile.ts';
import { placeOf, profileOfCredential } from '../../observation/credential.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import { credentialsHolder, modelRequests } from '../behaviour.ts';
import { familyOf, type Law, observed } from '../law.ts';
import { violationsOf } from '../violation.ts';

/** A text that is no credential may belong to any profile: it is the business of well-formed. */
export const probePin: Law = {
  id: 'probe-pin',
  sentence: 'a probe that is told to ask one profile asks with no other credential',
  source:
    'openclaw@2026.9.6:docs/cli/models.md ("Status": `--probe-profile`, "Probe specific auth profile ids")',
  judges: (judged) => Boolean(observed(judged, 'probe')?.probe && probedProfile(judged.value)),
  check: (judged) => {
    const named = probedProfile(judged.value);
    const probe = observed(judged, 'probe');
    if (!named || !probe) return [];
    const sent = modelRequests(probe).flatMap(({ credentials }) => credentials);
    const others = sent.filter((each) => placeOf(each) !== null && profileOfCredential(each) !== named);
    const [other] = others;
    if (!other) return [];
    const detail = `the probe is told to ask ${named}, and sends ${describeOrigin(other)}`;
    const behaviour = `${credentialsHolder(others)} beside the profile that it is told to ask`;
    return violationsOf('probe-pin', familyOf(judged), [
      { path: 'probe', reference: null, behaviour, detail },
    ]);
  },
};
