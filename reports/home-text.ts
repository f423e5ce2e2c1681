/** A home case as its files: secrets by name, as the case has them. */
import type { HomeCase, HomeFile } from '../home-case/home-case.ts';
import { wordsOfStep } from '../home-case/later-step.ts';
import { compactJson, type Setup, type ShownKey } from './text-parts.ts';

/** Each secret is shown as `<live key: its name>` or `<stale key: its name>`. */
export function homeSetup({ files, environment, service, secrets, asked }: HomeCase): Setup {
  const keys: ShownKey[] = [];
  const lines = (variables: object) => Object.entries(variables).map(([name, text]) => `${name}=${text}`);
  const variables = lines(environment);
  const sections = [
    ...files.map(
      (file) =>
        [`~/${file.path}${file.as === 'store' ? ', shown as its records' : ''}`, bodyOf(file)] as const,
    ),
    ...(variables.length > 0 ? [['environment', variables.join('\n')] as const] : []),
    ...(service ? [['environment of the gateway as a service', lines(service).join('\n')] as const] : []),
    ...asked.before.map((words) => ['then, before the paths', `openclaw ${words.join(' ')}`] as const),
    ...(asked.after
      ? [
          [
            'then, once a path was taken, and before it is taken again',
            asked.after.map((step, place) => `${place + 1}. ${wordsOfStep(step)}`).join('\n'),
          ] as const,
        ]
      : []),
  ];
  const shown = (text: string) =>
    text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => {
      const secret = secrets[name];
      if (!secret) return name === 'home' ? '~' : whole;
      if (secret.form === 'text') return `<${name}>`;
      const validity = secret.stale ? 'stale' : 'live';
      keys.push({ validity, word: 'key', hasLetter: false });
      return `${secret.prefix}<${validity} key: ${name}>`;
    });
  return { files: sections.map(([title, body]) => ({ title: shown(title), text: shown(body) })), keys };
}

/** The files and the secrets of a home, in one line, for lists. */
export function homeLine({ files, secrets }: HomeCase): string {
  return `a home of ${files.length} files: ${Object.keys(secrets).join(', ') || 'no secret anywhere'}`;
}

function bodyOf(file: HomeFile): string {
  switch (file.as) {
    case 'json':
      return compactJson(file.content);
    case 'text':
      return file.text;
    case 'store':
      return compactJson({
        profiles: file.profiles,
        state: file.state,
        ...(Object.keys(file.secrets).length > 0 ? { secrets: file.secrets } : {}),
      });
    case 'variables':
      return Object.entries(file.variables)
        .map(([name, each]) => `${name}=${each}`)
        .join('\n');
    case 'ini':
      return Object.entries(file.sections)
        .map(([name, keys]) =>
          [`[${name}]`, ...Object.entries(keys).map(([key, each]) => `${key} = ${each}`)].join('\n'),
        )
        .join('\n');
  }
}
