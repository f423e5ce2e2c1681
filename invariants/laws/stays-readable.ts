import type { Observation } from '../../observation/observation.ts';
import { outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { violationsOf } from '../violation.ts';

/** The photo that comes first, and what comes after it or beside it in the same chat. */
const FIRST = 'telegram-photo';
const LATER = ['telegram-photo-again', 'telegram-album'] as const;

/** An attachment that no model was given says so in its turn, if at all: the turn itself is answered. */
export const staysReadable: Law = {
  id: 'stays-readable',
  sentence: 'where a model that sees is given the first photo of a chat, it is given the later ones as well',
  source:
    'openclaw@2026.9.6:docs/nodes/media-understanding.md ("passes the original image into the model directly"); #70277',
  judges: (judged) =>
    isGiven(seen(judged, FIRST)) && laterOf(judged).some((path) => hasEnded(seen(judged, path))),
  check(judged) {
    const first = seen(judged, FIRST);
    if (!isGiven(first)) return [];
    return violationsOf(
      'stays-readable',
      familyOf(judged),
      laterOf(judged).flatMap((path) => {
        const later = seen(judged, path);
        if (!later || !hasEnded(later) || !isUnread(later)) return [];
        return [
          {
            path,
            reference: { path: FIRST, behaviour: 'answer' },
            behaviour: outcomeText(later),
            detail: `${FIRST}: the model is given the photo; ${path}: it is not`,
          },
        ];
      }),
    );
  },
};

/**
 * Models that are named for pictures look at the first of several alone, unless a setting says otherwise
 * (openclaw@2026.9.6:docs/nodes/media-understanding.md, "Attachment policy").
 */
function laterOf({ value }: Judged): readonly (typeof LATER)[number][] {
  return value.mediaSelection === 'entries' ? LATER.filter((path) => path !== 'telegram-album') : LATER;
}

function seen({ observations }: Judged, path: Observation['path']): Observation | undefined {
  return observations.find((each) => each.path === path);
}

function isGiven(observation: Observation | undefined): boolean {
  return observation?.outcome.kind === 'answer';
}

function isUnread({ outcome }: Observation): boolean {
  return outcome.kind === 'failure' && outcome.class === 'unread-attachment';
}

/** Whether the turn was answered: any other failure is none of the attachment. */
function hasEnded(observation: Observation | undefined): boolean {
  return observation !== undefined && (isGiven(observation) || isUnread(observation));
}
