/** The builds that keep the profile that a user chose in a session, and the time until which they do. */
import { isAtLeast } from '../gateway/versions/version.ts';

/**
 * Whether a choice survives `/new`, and is cleared when its profile is gone; before, it held until a new session.
 *
 * @source openclaw@2026.8.1:docs/concepts/model-failover.md ("A valid user pin survives `/new`", "OpenClaw clears the pin when the
 *   profile disappears"); openclaw@2026.7.1-2:docs/concepts/model-failover.md ("until a new session starts")
 */
export function pinsOutliveSessions(version: string): boolean {
  return isAtLeast(version, '2026.8.1');
}
