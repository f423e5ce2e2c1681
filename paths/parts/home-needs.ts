/** The needs of a path in the home that it is run in. */
import type { PathTraits } from './build.ts';

export interface HomeNeeds {
  /** Bundled plugins that it cannot do without. */
  readonly plugins?: readonly string[];
  /** Whether its plugins make every turn slow, so that no other path is run in its home. */
  readonly slowsTurns?: boolean;
  /** Files of the agent's workspace, by name. */
  readonly workspace?: Readonly<Record<string, string | Buffer>>;
  /**
   * Its settings in openclaw.json.
   *
   * @param model the model that it asks, as `provider/model`
   */
  settings?(model: string, traits: PathTraits): PathSettings;
}

export interface PathSettings {
  /** Below `agents.defaults`. */
  readonly agentDefaults?: object;
  /** Below `tools`. */
  readonly tools?: object;
  /** Sections of their own. */
  readonly sections?: object;
}
