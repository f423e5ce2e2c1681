/**
 * The command line of each path: what a user would type.
 *
 * @source openclaw@2026.9.6:docs/cli (agent, infer, models); docs/openclaw-auth-contract.md 5.2
 */
import type { Agent } from '../../generators/axes/agent.ts';
import { choosesByItself } from '../../generators/axes/media-selection.ts';
import type { Case } from '../../generators/case.ts';
import type { PathName } from '../../observation/path-name.ts';
import { agentId } from '../home/agents.ts';
import { modelOf } from '../home/models.ts';

/** Absolute paths of the media that the commands are given. */
export interface MediaFiles {
  readonly image: string;
  readonly audio: string;
  readonly video: string;
}

/** What a command line says of a case. */
export interface Asked {
  /** The provider that the probe is asked about. */
  readonly provider: string;
  /** `provider/model` for the commands that name one; null: OpenClaw chooses. */
  readonly model: string | null;
  /** Which agent takes the chat turn. */
  readonly agent: Agent;
}

/** @param provider the provider that the path is expected to reach */
export function askedOf(value: Case, path: PathName, provider: string): Asked {
  const { mediaSelection, agent } = value;
  const model = choosesByItself(mediaSelection, path) ? null : modelOf(value, path).reference;
  return { provider, model, agent };
}

const PROMPT = 'Reply with OK.';
/** What the agent is told where a path is a turn of it. The files lie in its workspace (`gateway/paths/tool-path.ts`). */
const MESSAGES = {
  chat: PROMPT,
  'image-tool': 'Look at photo.png with the image tool, and reply with OK.',
  'pdf-tool': 'Read minutes.pdf with the pdf tool, and reply with OK.',
  compaction: 'Read minutes.md with the read tool, and reply with OK.',
} as const;

/** The message of a path that is a turn of the agent's; null for another. */
export function turnMessage(path: PathName): string | null {
  return path in MESSAGES ? MESSAGES[path as keyof typeof MESSAGES] : null;
}

export function commandLine(path: PathName, media: MediaFiles, { provider, model, agent }: Asked): string[] {
  const named = model ? ['--model', model] : [];
  switch (path) {
    case 'chat':
    case 'image-tool':
    case 'pdf-tool':
    case 'compaction':
      return agentTurn(agent, MESSAGES[path]);
    case 'completion':
      return ['infer', 'model', 'run', '--local', '--prompt', PROMPT, '--json'];
    case 'image':
      return ['infer', 'image', 'describe', '--file', media.image, '--json'];
    case 'audio':
      return ['infer', 'audio', 'transcribe', '--file', media.audio, '--json'];
    case 'video':
      return ['infer', 'video', 'describe', '--file', media.video, '--json'];
    case 'embedding':
      return ['infer', 'embedding', 'create', ...named, '--text', PROMPT, '--json'];
    case 'memory':
      return ['memory', 'index', '--force', '--agent', agentId(agent)];
    case 'image-generation':
      return ['infer', 'image', 'generate', ...named, '--prompt', PROMPT, '--json'];
    case 'speech':
      return ['infer', 'tts', 'convert', '--local', ...named, '--text', PROMPT, '--json'];
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

function agentTurn(agent: Agent, message: string): string[] {
  return ['agent', '--local', '--agent', agentId(agent), '--message', message, '--json'];
}

/** The command line as a user types it in a home of their own. */
export function shellLine(path: PathName, asked: Asked): string {
  const media = { image: 'photo.png', audio: 'voice.wav', video: 'clip.mp4' };
  return ['openclaw', ...commandLine(path, media, asked)]
    .map((word) => (/\s/.test(word) ? JSON.stringify(word) : word))
    .join(' ');
}
