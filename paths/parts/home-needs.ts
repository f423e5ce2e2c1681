/** The needs of a path in the home that it is run in. */
import type { PathTraits } from './build.ts';

export interface HomeNeeds {
  /** Bundled plugins that it cannot do without. */
  readonly plugins?: readonly string[];
  /** The name of a gateway of its own, for paths whose needs would change what the others do; absent: theirs. */
  readonly gateway?: string;
  /** The channel that its messages come through; absent: none is started. */
  readonly channel?: 'telegram';
  /** Files of the agent's workspace, by name. */
  readonly workspace?: Readonly<Record<string, string | Buffer>>;
  /**
   * Its settings in openclaw.json.
   *
   * @param model the model that it asks, as `provider/model`; null: OpenClaw itself chooses it
   */
  settings?(model: string | null, traits: PathTraits): PathSettings;
}

export interface PathSettings {
  /** Below `agents.defaults`. */
  readonly agentDefaults?: object;
  /** Below `tools`. */
  readonly tools?: object;
  /** Sections of their own. */
  readonly sections?: object;
}
