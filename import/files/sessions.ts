/**
 * Choices of users and builds for sessions: a model, a profile. Nothing else of them is read, for they are conversations.
 *
 * @source openclaw@2026.9.6:docs/reference/session-management-compaction/schema.md (authProfileOverride)
 */
import { record } from '../../support/json-path.ts';
import { isJsonRecord, type JsonRecord } from '../../support/json-record.ts';

const CHOICE = /^(model|provider|authProfile)Override(Source|CompactionCount)?$/;
/** A build takes a record without these for none. */
const NEEDED = new Set(['sessionId', 'updatedAt']);

/** The sessions with a choice of their own. */
export function choicesOfSessions(sessions: JsonRecord): JsonRecord {
  const chosen = Object.entries(sessions).filter(([, each]) =>
    Object.keys(record(each)).some((field) => CHOICE.test(field)),
  );
  return Object.fromEntries(chosen.map(([key, each]) => [key, isJsonRecord(each) ? kept(each) : {}]));
}

function kept(session: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(session).filter(([field]) => CHOICE.test(field) || NEEDED.has(field)),
  );
}
