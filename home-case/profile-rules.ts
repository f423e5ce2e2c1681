/** Rules of a home for the profiles of a provider: the order in force, those that rest, and choices of sessions. */
import { at, record, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import { agentFolderOf, agentOf, configurationOf } from './configuration.ts';
import { type HomeCase, jsonAt } from './home-case.ts';
import { isFollowed, withWords } from './secrets.ts';

export interface ProfileRules {
  /** The ids in the order that the user set; null: the build chooses. */
  readonly order: readonly string[] | null;
  /** The ids of profiles with an accepted secret that do not rest. */
  readonly usable: readonly string[];
  /** The ids of those in cooldown or disabled when the home was taken. */
  readonly resting: readonly string[];
  /** The type of each profile, as its record says it. */
  readonly types: Readonly<Record<string, string | null>>;
  /** Whether a session of the agent has a profile of its own that its user chose. */
  readonly isPinned: boolean;
}

/** @source openclaw@2026.9.6:docs/concepts/model-failover.md ("Rotation order", "Session stickiness", "Cooldowns") */
export function profileRulesOf(value: HomeCase, provider: string): ProfileRules {
  const agent = agentFolderOf(agentOf(value));
  const states = statesOf(value, agent);
  const stored = states.map((state) => record(state.order)[provider]).find(Array.isArray);
  const configured = at(configurationOf(value), 'auth.order');
  const named = stored ?? record(configured)[provider];
  const stats: JsonRecord = Object.assign({}, ...states.toReversed().map(({ usageStats }) => usageStats));
  const rests = (id: string) => {
    const { cooldownUntil, disabledUntil, cooldownModel } = record(stats[id]);
    const isOver = (time: unknown) => typeof time !== 'number' || time <= value.takenAt;
    return !(isOver(cooldownUntil) && isOver(disabledUntil)) && cooldownModel === undefined;
  };
  const held = Object.values(value.secrets).flatMap((secret) =>
    secret.provider === provider && secret.profile !== null && !secret.stale && isFollowed(secret)
      ? [idIn(value, secret.profile)]
      : [],
  );
  const ids = [...new Set(held)];
  return {
    order: Array.isArray(named) ? named.map(String) : null,
    usable: ids.filter((id) => !rests(id)),
    resting: ids.filter(rests),
    types: Object.fromEntries(ids.map((id) => [id, typeOf(states, id)])),
    isPinned: sessionsOf(value, agent).some(
      (session) => text(session.authProfileOverride) !== null && session.authProfileOverrideSource !== 'auto',
    ),
  };
}

/** The id of a profile as a build reads it, by the one that a secret names. */
export function idIn(value: HomeCase, profile: string): string {
  const words = Object.entries(value.secrets).filter(([, secret]) => !isFollowed(secret));
  const marked = words.reduce((id, [name]) => id.replaceAll(name, `{{${name}}}`), profile);
  return withWords(marked, value);
}

/** The contents of the agent's stores: its own before main's and that of all. */
function statesOf(value: HomeCase, agent: string): JsonRecord[] {
  const main = '.openclaw/agents/main/agent';
  const states = [...new Set([agent, main])].flatMap((folder) => [
    ...value.files.flatMap((file) =>
      file.as === 'store' && file.path === `${folder}/openclaw-agent.sqlite`
        ? [file.state, file.profiles]
        : [],
    ),
    record(jsonAt(value, `${folder}/auth-state.json`)),
    record(jsonAt(value, `${folder}/auth-profiles.json`)),
  ]);
  const shared = value.files.flatMap((file) =>
    file.as === 'store' && file.path.endsWith('/openclaw.sqlite') ? [file.state, file.profiles] : [],
  );
  return [...states, ...shared].map((state) => withWords(state, value));
}

function typeOf(states: readonly JsonRecord[], id: string): string | null {
  const records = states.map(({ profiles }) => record(record(profiles)[id]));
  return records.map(({ type, mode }) => text(type) ?? text(mode)).find((each) => each !== null) ?? null;
}

function sessionsOf(value: HomeCase, agent: string): JsonRecord[] {
  const file = agent.replace(/\/agent$/, '/sessions/sessions.json');
  return Object.values(record(jsonAt(value, file))).map(record);
}
