/**
 * The reason of a failure: the words that a build fails with, without what tells one case, provider, build or lane from
 * another. Two failures of one class with two reasons are two causes more often than not.
 */
import { ALL_PROVIDERS } from '../generators/providers/catalog.ts';
import type { Failure } from './outcome.ts';

const PROVIDERS = ALL_PROVIDERS.map(({ id }) => id)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Patterns and their replacements, in this order: an earlier one may contain a later one. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  // Secrets that were redacted: `‹env GEMINI_API_KEY›`.
  [/‹[^›]*›/g, '<secret>'],
  // A command tells its own name, and a warm process the class of the error that it caught.
  [/^(?:\[[\w:/-]+\] |error: |[a-z]+ failed: |(?:[A-Z]\w*Error|Error): )+/i, ''],
  [/\bhttps?:\/\/[^\s"')]+/g, '<address>'],
  [/(?:~|\.{0,2})\/[\w.@-]+(?:\/[\w.@<>-]+)+/g, '<path>'],
  [/\b(?:env|file|exec|store):[\w-]+:[\w./-]+/g, '<reference>'],
  [new RegExp(`\\b(?:${PROVIDERS}):[\\w-]+`, 'g'), '<profile>'],
  [new RegExp(`\\b(?:${PROVIDERS})/[\\w./:-]+`, 'g'), '<model>'],
  [new RegExp(`\\b(?:${PROVIDERS})(?![\\w-])`, 'gi'), '<provider>'],
  [/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN|SECRET)S?\b/g, '<variable>'],
  [/\b[\w-]+(?:\.[\w-]+)+\.(?:com|ai|net|io|dev)\b/g, '<host>'],
  [/"[^"]*"|'[^']*'|`[^`]*`/g, '<name>'],
  [/\b\d[\w.:-]*/g, '<number>'],
];

/** Forms that hold the words of a build: the first field of a result in JSON, and the command's own head line. */
const TOLD_BEHIND = [/"error": "((?:[^"\\]|\\.)*)/, /\[openclaw\] Reason: (.*)/s];

const LONGEST = 120;

/** The first sentence that a build says, normalized. */
export function reasonOf({ message }: Pick<Failure, 'message'>): string {
  const told = TOLD_BEHIND.reduce<string>((text, pattern) => pattern.exec(text)?.[1] ?? text, message.trim());
  const words = REPLACED.reduce((text, [pattern, name]) => text.replace(pattern, name), told);
  const [sentence = ''] = words.split(/(?<=[.!?])\s| \/ |\n/);
  return sentence.replace(/[.\s]+$/, '').slice(0, LONGEST);
}

/** Forms behind which a line of a build's log states the reason of a failure. */
const STATED_BEHIND = [
  / rawError=(.+)/,
  / message=(.+)/,
  /\bReason: (.+)/,
  / error="([^"]+)"/,
  /"error": "((?:[^"\\]|\\.)*)/,
];

/** The reason that a failure states, as the build words it; all that it says where it states none. */
export function statedReason({ message }: Pick<Failure, 'message'>): string {
  // An excerpt of a longer output (`paths/parts/failure.ts`).
  const lines = message.split(' / ');
  const stated = STATED_BEHIND.flatMap((pattern) => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []));
  return stated[0] ?? message;
}
