/**
 * The answers of the stubs by which a provider refuses a credential. Some providers say so by a status that means something else
 * of another: Google answers a wrong key with 400.
 */
const refusals = new WeakSet<Response>();

/** Marks an answer as the refusal of a credential. */
export function refusingKey(answer: Response): Response {
  refusals.add(answer);
  return answer;
}

/** Whether an answer was given because of the credential, which its words need not say. */
export function isKeyRefusal(answer: Response): boolean {
  return refusals.has(answer);
}
