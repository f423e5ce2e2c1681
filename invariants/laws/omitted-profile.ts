import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import { idOfProfile } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { profileOfCredential } from '../../observation/credential.ts';
import { familyOf, type Law } from '../law.ts';
import { violationsOf } from '../violation.ts';

/**
 * Holds for every request, first or not: an order that names a profile that is there leaves the others out for good. A
 * pin of a media entry or of chat's model is a choice of its own.
 */
export const omittedProfile: Law = {
  id: 'omitted-profile',
  sentence: 'a profile that the explicit order of its provider leaves out is sent by no path',
  source:
    'openclaw@2026.5.22:docs/auth-credential-semantics.md ("Explicit auth order filtering": an omitted profile is not silently tried later)',
  check: ({ value, observations, ...judged }) => {
    const omitted = setupsOf(value).flatMap(({ id, order, profiles }) => {
      const isListed = ({ name }: { readonly name: string }) => order?.names.some((each) => each === name);
      return order && profiles.some(isListed)
        ? profiles.filter((profile) => !isListed(profile)).map(({ name }) => idOfProfile(id, name))
        : [];
    });
    const pinned = [
      value.mediaPin && idOfProfile(value.provider.id, value.mediaPin.name),
      profileOfChat(value),
    ];
    return violationsOf(
      'omitted-profile',
      familyOf({ value, observations, ...judged }),
      observations.flatMap(({ path, requests }) => {
        const sent = requests
          .flatMap(({ credentials }) => credentials)
          .map(profileOfCredential)
          .find((id) => id !== null && !pinned.includes(id) && omitted.includes(id));
        if (!sent) return [];
        return [
          {
            path,
            reference: null,
            behaviour: 'a profile that the order leaves out',
            detail: `${path} sends the credential of ${sent}, which the order of its provider leaves out`,
          },
        ];
      }),
    );
  },
};
