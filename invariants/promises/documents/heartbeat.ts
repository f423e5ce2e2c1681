/** Promises of `openclaw@2026.9.6:docs/gateway/heartbeat.md`: the model, and so the credentials, of heartbeats and of turns after them. */
import { promisesOf } from '../documented-promise.ts';

export const heartbeats = promisesOf(
  { document: 'gateway/heartbeat.md', slug: 'heartbeat', from: '2026.3.2' },
  [
    {
      id: 'given-model-is-asked',
      heading: 'Field notes',
      about: ['model override for heartbeat runs'],
      kind: 'selection',
      paths: ['heartbeat'],
      rule: "Heartbeats ask the model that the configuration gives them, and without one their agent's.",
      judged: { by: ['helper-model'] },
    },
    {
      id: 'session-keeps-model',
      heading: 'Context overflow after heartbeat',
      about: ['Current heartbeats preserve', 'existing runtime model'],
      from: '2026.5.22',
      to: '2026.6.11',
      kind: 'selection',
      paths: ['after-heartbeat'],
      rule: 'A heartbeat leaves the model of the session alone that it shares with the turns of people.',
      judged: { by: ['same-credential', 'same-failure'] },
    },
    {
      id: 'isolated-session-keeps-model',
      heading: 'Context overflow after heartbeat',
      about: ['To avoid this', 'isolatedSession: true'],
      from: '2026.7.1-2',
      kind: 'selection',
      paths: ['after-heartbeat'],
      rule: 'A heartbeat with a session of its own leaves the model of the main session alone.',
      judged: { by: ['same-credential', 'same-failure'] },
    },
  ],
);
