import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { homeCaseOf } from '../home-case-of.ts';
import { liftedCase } from '../lifted-case.ts';
import { readRawHome } from './raw-home.ts';

const AGENT = '.openclaw/agents/main/agent/openclaw-agent.sqlite';
const SESSIONS = '.openclaw/agents/main/sessions/sessions.json';

function home(sessions: object | null, stored: readonly object[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sessions-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write('.openclaw/openclaw.json', '{ "agents": { "defaults": { "model": "openai/gpt-5.4" } } }');
  if (sessions) write(SESSIONS, JSON.stringify(sessions));
  if (stored.length > 0) {
    write(AGENT, '');
    const database = new DatabaseSync(path.join(folder, AGENT));
    database.exec('CREATE TABLE session_nodes (session_key TEXT, entry_json TEXT)');
    const insert = database.prepare('INSERT INTO session_nodes VALUES (?, ?)');
    for (const [index, each] of stored.entries()) insert.run(`agent:main:${index}`, JSON.stringify(each));
    database.close();
  }
  return homeCaseOf(readRawHome(folder, null), { model: null, agent: null, failing: [], live: null });
}

it('keeps what was chosen for a session, and nothing else of it', () => {
  const chosen = { authProfileOverride: 'openai:work', authProfileOverrideSource: 'auto' };
  const { case: value } = home(
    {
      'agent:main:main': { sessionId: 'main', updatedAt: 1, displayName: 'about my taxes', ...chosen },
      'agent:main:telegram:direct:123456789': { sessionId: 'other', updatedAt: 1, lastTo: '+123456789' },
    },
    [],
  );
  const file = value.files.find(({ path: name }) => name === SESSIONS);
  expect(file).toMatchObject({ content: { 'agent:main:main': chosen } });
  expect(JSON.stringify(file)).not.toMatch(/taxes|123456789/);
});

it('names the sessions of a database for which something was chosen as left out', () => {
  const { leftOut } = home(null, [{ modelOverride: 'gpt-5.5' }, { displayName: 'no choice' }]);
  expect(leftOut.map(({ what }) => what)).toEqual([
    `${AGENT}: 1 sessions with a model or a profile of their own`,
  ]);
});

it('says that a model which is picked for a session of the home is no part of a case', () => {
  const picked = {
    sessionId: 'main',
    updatedAt: 1,
    providerOverride: 'google',
    modelOverride: 'gemini-2.5-pro',
  };
  const of = (session: object) => liftedCase(home({ 'agent:main:main': session }, []).case);
  expect(of(picked)).toMatchObject({
    case: { sessionModel: null },
    leftOut: ['1 sessions for which a model is picked'],
  });
  expect(of({ sessionId: 'main', updatedAt: 1, authProfileOverride: 'openai:work' }).leftOut).toEqual([]);
});
