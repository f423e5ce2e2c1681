/** Something real that issues the AWS credentials of a case, in place of our own services. */
import type { HttpHandler } from 'msw';
import type { CaseCanary } from '../../generators/secrets/canaries.ts';

export interface AwsBackend {
  /**
   * The canaries of a case with the keys that the backend made for them.
   *
   * The list is the backend's to change: what it issues during a run takes the place of the canary it stands for.
   */
  prepare(canaries: readonly CaseCanary[]): Promise<CaseCanary[]>;
  /**
   * Answers in place of our own services, for the canaries that `prepare` gave.
   *
   * @param isSigned whether a request is signed by a key of the case
   */
  services(canaries: CaseCanary[], isSigned: (request: Request) => Promise<boolean>): HttpHandler[];
}
