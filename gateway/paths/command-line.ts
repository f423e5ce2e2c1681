/**
 * The command line of each path: what a user would type.
 *
 * @source docs/cli of the version; shared/auth-contract.md 5.2
 */
import type { Agent } from '../../generators/agent.ts';
import { agentId } from '../home/agents.ts';
import type { PathName } from '../observation.ts';

/** Absolute paths of the media that the commands are given. */
export interface MediaFiles {
  readonly image: string;
  readonly audio: string;
  readonly video: string;
}

const PROMPT = 'Reply with OK.';

/**
 * @param provider the provider that the probe is asked about
 * @param agent which agent takes the chat turn
 */
export function commandLine(path: PathName, media: MediaFiles, provider: string, agent: Agent): string[] {
  switch (path) {
    case 'chat':
      return ['agent', '--local', '--agent', agentId(agent), '--message', PROMPT, '--json'];
    case 'image':
      return ['infer', 'image', 'describe', '--file', media.image, '--json'];
    case 'audio':
      return ['infer', 'audio', 'transcribe', '--file', media.audio, '--json'];
    case 'video':
      return ['infer', 'video', 'describe', '--file', media.video, '--json'];
    case 'probe':
      return [
        'models',
        'status',
        '--probe',
        '--probe-provider',
        provider,
        '--probe-timeout',
        '60000',
        // Two at once reach the wire in any order.
        '--probe-concurrency',
        '1',
        '--json',
      ];
  }
}

/** The command line as a user types it in a home of their own. */
export function shellLine(path: PathName, provider: string, agent: Agent): string {
  const media = { image: 'photo.png', audio: 'voice.wav', video: 'clip.mp4' };
  return ['openclaw', ...commandLine(path, media, provider, agent)]
    .map((word) => (/\s/.test(word) ? JSON.stringify(word) : word))
    .join(' ');
}
