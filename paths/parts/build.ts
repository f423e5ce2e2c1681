import type { Lane } from '../../observation/lane.ts';

/** A build, as far as a path can be missing in it. */
export interface Build {
  readonly version: string;
  readonly traits: PathTraits;
  readonly lane: Lane;
}

/** Differences between builds that concern a path. */
export interface PathTraits {
  /** Whether there are `infer` commands at all. */
  readonly hasInferCommands: boolean;
  /** Whether those that use the credentials of an agent take `--agent`; before, they ask main. */
  readonly inferTakesAgent: boolean;
  /** Whether `openclaw status` takes `--agent`; before, it asks main. */
  readonly statusTakesAgent: boolean;
  /** Whether `openclaw setup` asks the default model before it takes a request: 2026.7.1-2 plans without one. */
  readonly testsBeforeSetup: boolean;
  /** Whether the key of web search is a setting of the plugin that searches. */
  readonly searchesByPlugin: boolean;
  /** Whether `infer image describe` works, or image has to be driven by the function behind it. */
  readonly imageCommand: 'infer' | 'function';
  /** Whether an agent has a tool that asks an image model of its own. */
  readonly hasImageTool: boolean;
  /** Whether a turn hides tools behind a search for them, or behind code that calls them. */
  readonly hidesTools: boolean;
  /**
   * Whether a turn that is too long after a tool is compacted and goes on: seen in 2026.4.21 and later; builds up to
   * 2026.4.15 end the turn. 2026.5.18 and 2026.5.19 begin to compact and do not end, with a live key, too.
   */
  readonly compactsTurns: boolean;
  /** The section of memory search: `agents.defaults.memorySearch`, or `memory.search`. */
  readonly memorySearch: 'agents' | 'own';
  /**
   * Providers whose probe, in a warm process, finds what a turn before it left behind: it is run in a fresh one.
   * Seen with Bedrock on 2026.4.24, where a probe that comes first in its process has no target, and not on 2026.5.7.
   */
  readonly freshProbes: readonly string[];
  /**
   * Whether what is found on the `PATH` is remembered for that `PATH` alone; before, a process looks for a program
   * once.
   */
  readonly findsProgramsByPath: boolean;
  /**
   * Whether the probe runs beside a gateway of the same home: seen in 2026.4.15 to 2026.7.1-2; 2026.8.1 and 2026.9.6
   * end with `GatewayLockError`.
   */
  readonly probesBesideGateway: boolean;
  /** Whether `models.list` says which models can be used: it does not on 2026.4.24, and does on 2026.5.22. */
  readonly listsAvailability: boolean;
  /** Whether a gateway tells of the tasks of a session, and invokes tools over the WebSocket: from 2026.5.22 on. */
  readonly listsTasks: boolean;
  /** Whether `chat.startup` says which models can be used: seen on 2026.8.1 and later. */
  readonly hasChatStartup: boolean;
  /** Whether `chat.send` takes a voice note: 2026.4.24 answers the turn without it, 2026.5.22 hears it. */
  readonly hearsBySocket: boolean;
  /** Whether the channel's plugin is driven: it starts on 2026.4.22, and on 2026.4.15 not from the folder of tested plugins. */
  readonly hasChannels: boolean;
}
