import type { HomeFile } from './home-case.ts';

/** A file of a home as it stands on disk. */
export function fileText(file: Exclude<HomeFile, { as: 'store' }>): string {
  switch (file.as) {
    case 'json':
      return JSON.stringify(file.content, null, 2);
    case 'text':
      return file.text;
    case 'variables':
      return Object.entries(file.variables)
        .map(([name, each]) => `${name}=${quoted(each)}\n`)
        .join('');
    case 'ini':
      return Object.entries(file.sections)
        .map(([name, keys]) =>
          [`[${name}]`, ...Object.entries(keys).map(([key, each]) => `${key} = ${each}`), ''].join('\n'),
        )
        .join('\n');
  }
}

function quoted(value: string): string {
  return /^[\w./:+@-]*$/.test(value) ? value : `"${value.replaceAll('\n', '\\n')}"`;
}
