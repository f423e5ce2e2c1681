/** The request to a path of a case, and the command line that asks it as a user would type it. */
import type { Agent } from '../../generators/axes/agent.ts';
import { probedProfile } from '../../generators/axes/probe-profile.ts';
import type { Case } from '../../generators/case.ts';
import { choosesByItself, modelOf, namedBesides, namesModelItself } from '../../paths/asked-model.ts';
import type { Asked } from '../../paths/parts/drive.ts';
import type { AnyPath } from '../../paths/paths.ts';
import { traitsOf } from '../versions/traits.ts';

/** The id of the agent that takes a turn. */
export function agentId(agent: Agent): string {
  return agent === 'second' ? 'second' : 'main';
}

/** @param provider the provider that the path is expected to reach */
export function askedOf(value: Case, path: AnyPath, provider: string, version: string): Asked {
  const model = choosesByItself(value, path) ? null : modelOf(value, path).reference;
  const namesAgent = path.drive.asksAgent(traitsOf(version));
  const profile = probedProfile(value);
  const isByCommand = value.mediaSelection === 'command' && namesModelItself(path);
  const isNamed = model !== null && (isByCommand || namedBesides(value, path) !== null);
  return {
    provider,
    model,
    ...(isNamed ? { namedModel: model } : {}),
    ...(profile ? { profile } : {}),
    agent: namesAgent ? agentId(value.agent) : 'main',
  };
}

/**
 * The command line as a user types it in a home of their own, beside the media.
 *
 * @param isFirst whether the path was not taken in that home before
 */
export function shellLine(path: AnyPath, asked: Asked, isFirst = true): string {
  const { byHand, command, commandBefore, commandOnce } = path.drive;
  if (byHand) return `# ${[byHand, ...headersOf(path, asked)].join(', with the header ')}`;
  const once = isFirst ? (commandOnce?.(asked) ?? []) : [];
  const commands = [once, commandBefore?.(asked) ?? [], command(asked, '')].filter(
    ({ length }) => length > 0,
  );
  return commands.map((words) => ['openclaw', ...words].map(quoted).join(' ')).join(' && ');
}

/** A word of a shell: what it would take apart stands in quotes. */
function quoted(word: string): string {
  return /[\s"]/.test(word) ? JSON.stringify(word) : word;
}

/** The headers of its own that a request over HTTP has. */
export function headersOf(path: AnyPath, asked: Asked): string[] {
  const door = path.drive.door?.(asked);
  return door?.by === 'http'
    ? Object.entries(door.headers ?? {}).map(([name, text]) => `${name}: ${text}`)
    : [];
}
