import type { Observation } from '../../observation/observation.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { pathOf } from '../../paths/paths.ts';
import { outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';

/** The photo that comes first, and what comes after it or beside it in the same chat. */
const FIRST = 'telegram-photo';
const LATER = ['telegram-photo-again', 'telegram-album'] as const;

/**
 * An attachment that no model was given says so in its turn, if at all: the turn itself is answered. A setting that keeps tools in the
 * workspace is about paths that a model names: a file that a person sends is kept by OpenClaw itself.
 */
export const staysReadable: Law = {
  id: 'stays-readable',
  sentence:
    'where a model that sees is given the first photo of a chat, it is given the later ones as well, and an attachment also where tools read the workspace alone',
  source:
    'openclaw@2026.9.6:docs/nodes/media-understanding.md ("passes the original image into the model directly"); openclaw@2026.9.6:docs/gateway/security/tool-permissions.md (`tools.fs.workspaceOnly`); #70277, #67723',
  variant: (value) => ({ ...value, fileScope: 'anywhere' }),
  variantPaths: ALL_PATHS.filter((path) => pathOf(path).inbound),
  judges: (judged) =>
    (isGiven(seen(judged, FIRST)) && laterOf(judged).some((path) => hasEnded(seen(judged, path)))) ||
    scopedOf(judged).length > 0,
  check: (judged) =>
    violationsOf('stays-readable', familyOf(judged), [...unreadLater(judged), ...unreadInScope(judged)]),
};

function unreadLater(judged: Judged): Deviation[] {
  if (!isGiven(seen(judged, FIRST))) return [];
  return laterOf(judged).flatMap((path) => {
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
  });
}

function unreadInScope(judged: Judged): Deviation[] {
  return scopedOf(judged)
    .filter(isUnread)
    .map(({ path }) => ({
      path,
      reference: null,
      behaviour: 'unread-attachment where tools read the workspace alone',
      detail: `${path}: a model is given the attachment, and with tools.fs.workspaceOnly none is`,
    }));
}

/** Paths whose attachment a model is given where tools may read anywhere. */
function scopedOf({ value, observations, variants }: Judged): Observation[] {
  if (value.fileScope === 'anywhere') return [];
  const anywhere = variants['stays-readable'] ?? [];
  return observations.filter(
    (each) =>
      pathOf(each.path).inbound &&
      hasEnded(each) &&
      anywhere.some((other) => other.path === each.path && isGiven(other)),
  );
}

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
