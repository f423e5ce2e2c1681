/**
 * The way in which the configuration lets heartbeats run (`agents.defaults.heartbeat`, or that of the agent that takes turns).
 *
 * `isolated`: each in a fresh session (`isolatedSession`). `light`: without the files of the workspace (`lightContext`). The documents
 * advise both together to save tokens; neither says anything of credentials.
 *
 * @source openclaw@2026.9.6:docs/gateway/heartbeat.md ("Field notes", "Cost awareness"); upstream reports #57178, #58517, #72940
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';

const heartbeatSchema = z.enum(['isolated', 'light', 'isolated-light']);
export type Heartbeat = z.infer<typeof heartbeatSchema>;

const LABELS = {
  isolated: 'heartbeats in sessions of their own',
  light: 'heartbeats with a light context',
  'isolated-light': 'heartbeats in sessions of their own, with a light context',
} as const;

export const heartbeat = axis({
  meaning:
    "The way in which heartbeats run (agents.defaults.heartbeat.isolatedSession, lightContext); null: in their agent's main session, as usual.",
  schema: heartbeatSchema.nullable(),
  usual: null,
  since: 18,
  arbitrary: rarely(fc.constantFrom(...heartbeatSchema.options)),
  label: (value) => LABELS[value],
});

/** The settings of heartbeats in a case, by their names in the configuration. */
export function settingsOfHeartbeat(value: { readonly heartbeat: Heartbeat | null }): {
  readonly isolatedSession?: true;
  readonly lightContext?: true;
} {
  return {
    ...(value.heartbeat?.includes('isolated') ? { isolatedSession: true } : {}),
    ...(value.heartbeat?.includes('light') ? { lightContext: true } : {}),
  };
}
