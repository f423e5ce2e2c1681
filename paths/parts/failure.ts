/** A failure, by what is said of it and by what the provider answered last. */
import type { FailureClass, Outcome } from '../../observation/outcome.ts';
import type { HostAnswer } from './command-end.ts';
import { failureClass } from './failure-class.ts';

/** @param answers those to the path's requests: a 401 on the wire says more than the text made of it */
export function failureOf(message: string, answers: readonly HostAnswer[]): Outcome {
  const at = answers.findLastIndex((answer) => answer.purpose === 'model');
  const named = failureClass(message);
  const [last, ...later] = at < 0 ? [] : answers.slice(at);
  const isUnsaid = named === 'rejected' && !later.some(isRefusal);
  const failure = (last && classOfAnswer(last, isUnsaid ? 'other' : named)) ?? named;
  return { kind: 'failure', class: failure, message: excerpt(message) };
}

/**
 * The failure class of the last answer of the provider, whatever words the path uses; null if the status decides none.
 *
 * @param named the class of the words, without a rejection that no answer confirms
 */
function classOfAnswer(answer: HostAnswer, named: FailureClass): FailureClass | null {
  const { status } = answer;
  if (isRefusal(answer)) return 'rejected';
  if (status === 429) return 'rate-limited';
  if (status === 402) return 'no-credit';
  if (status === 404) return named === 'no-endpoint' ? named : 'unknown-model';
  if (status === 400) return 'bad-request';
  // 499: a server before the provider's own gave up waiting.
  if (status >= 500 || status === 499) return 'server-error';
  if (status === 0) return 'no-answer';
  const hasReason = named !== 'other' && named !== 'nothing-selected';
  return status === 200 && !hasReason ? 'unusable-answer' : null;
}

/** Whether an answer refuses the credential, by its status or because of it. */
function isRefusal({ status, refusesKey }: HostAnswer): boolean {
  return status === 401 || status === 403 || refusesKey === true;
}

/** Characters: what is kept of it is cut again when its secrets and folders are replaced, so that no half of one is left. */
const LONGEST = 4000;

/** The lines that say why, first of all those that name an error. */
function excerpt(message: string): string {
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !STACK_FRAME.test(line));
  // A build lists what is wrong with a configuration below the line that calls it invalid.
  const telling = lines.filter((line) => /error|fail|no |not |cannot|invalid|^[-×] \S+:/i.test(line));
  return (telling.length > 0 ? telling : lines).slice(0, 3).join(' / ').slice(0, LONGEST);
}

/** Names of functions and files say nothing of why. */
const STACK_FRAME = /^at .+:\d+:\d+\)?$/;
