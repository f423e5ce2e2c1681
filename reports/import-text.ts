/** The report of `import`: the case as files, what was read, left out and replaced, and the next command. */
import type { HomeCase } from '../home-case/home-case.ts';
import { suiteLine } from '../support/shell-line.ts';
import { setupText } from './setup-text.ts';

interface Said {
  readonly what: string;
  readonly why: string;
}

export interface ImportEnd {
  readonly case: HomeCase;
  readonly read: readonly string[];
  readonly leftOut: readonly Said[];
  readonly replaced: readonly Said[];
}

export function importText(end: ImportEnd, target: string, out: string): string {
  const { case: value, read, leftOut, replaced } = end;
  const secrets = Object.entries(value.secrets).map(
    ([name, { kind, provider, stale, form }]) =>
      `replaced: ${name}, ${form === 'key' ? kind : form}${provider ? ` of ${provider}` : ''}${stale ? ', not accepted' : ''}`,
  );
  return [
    setupText(value, target),
    '',
    ...read.map((each) => `read: ${each}`),
    ...leftOut.map(({ what, why }) => `left out: ${what}: ${why}`),
    ...replaced.map(({ what, why }) => `replaced: ${what}: ${why}`),
    ...secrets,
    `written to ${out}; no secret of the home is in it`,
    `next: ${suiteLine('replay', out, '--target', target, ...(value.service || value.asked.after ? ['--lane', 'gateway'] : []))}`,
  ].join('\n');
}
