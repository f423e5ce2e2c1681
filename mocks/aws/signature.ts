/**
 * Verifies the signature of an AWS request with the secret that the case issued, as AWS does: the request is signed
 * again over the headers that it says it signed, and the two signatures must be the same.
 *
 * @source AWS Signature Version 4 (docs.aws.amazon.com, "Signing AWS API requests"); checked with AWS's own test
 *   vectors
 */
import { hash } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';

/** A key that may sign. */
export interface IssuedKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Null for a key of a user; else the request must carry this very token. */
  readonly sessionToken: string | null;
}

/** The signed request: header names in lower case, the path as it was sent. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The parts of an `Authorization: AWS4-HMAC-SHA256 …` header. */
export interface SignatureHeader {
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/\s]+)\/(\d{8})\/([^/\s]+)\/([^/\s]+)\/aws4_request, ?SignedHeaders=([a-z0-9:;.-]+), ?Signature=([0-9a-f]{64})$/;

export function parseSignature(authorization: string): SignatureHeader | null {
  const match = HEADER.exec(authorization);
  if (!match) return null;
  const [accessKeyId, date, region, service, signedHeaders, signature] = match.slice(1) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature };
}

/**
 * Names the fault in the signature of a request, in AWS's words; null if there is none.
 *
 * @param keyOf the issued key of an id; null for an id that was never issued
 */
export async function signatureProblem(
  request: SignedRequest,
  keyOf: (accessKeyId: string) => IssuedKey | null,
): Promise<SignatureProblem | null> {
  const header = parseSignature(request.headers.authorization ?? '');
  if (!header) return 'IncompleteSignatureException';
  const key = keyOf(header.accessKeyId);
  if (!key) return 'UnrecognizedClientException';
  const signingDate = dateOf(request.headers['x-amz-date'] ?? '');
  const isComplete = header.signedHeaders.every((name) => request.headers[name] !== undefined);
  // Over HTTP/2 the SDK signs `:authority` in place of `host`.
  const isForHost = header.signedHeaders.some((name) => name === 'host' || name === ':authority');
  if (!signingDate || !isComplete || !isForHost) return 'IncompleteSignatureException';
  if ((request.headers['x-amz-security-token'] ?? null) !== key.sessionToken)
    return 'UnrecognizedClientException';
  if (!isBodyAsDeclared(request)) return 'InvalidSignatureException';
  const expected = await sign(request, header, key, signingDate);
  return expected === request.headers.authorization ? null : 'InvalidSignatureException';
}

/** The exception names that AWS answers with (HTTP 403). */
export type SignatureProblem =
  | 'IncompleteSignatureException'
  | 'UnrecognizedClientException'
  | 'InvalidSignatureException';

/**
 * A signature covers the hash that a request declares of its body, where it declares one: it must be the body's own.
 */
function isBodyAsDeclared({ headers, body }: SignedRequest): boolean {
  const declared = headers['x-amz-content-sha256'];
  if (declared === undefined || declared === 'UNSIGNED-PAYLOAD') return true;
  return declared === hash('sha256', body);
}

async function sign(
  { method, path, query, headers, body }: SignedRequest,
  { region, service, signedHeaders }: SignatureHeader,
  { accessKeyId, secretAccessKey, sessionToken }: IssuedKey,
  signingDate: Date,
): Promise<string | undefined> {
  // Some services take a token that was added after signing.
  const signsToken = sessionToken !== null && signedHeaders.includes('x-amz-security-token');
  const signer = new SignatureV4({
    service,
    region,
    sha256: Sha256,
    // S3 alone signs its paths as they are.
    uriEscapePath: service !== 's3',
    applyChecksum: false,
    credentials: { accessKeyId, secretAccessKey, ...(signsToken ? { sessionToken: sessionToken! } : {}) },
  });
  const request = new HttpRequest({
    method,
    protocol: 'https:',
    hostname: headers.host ?? '',
    path,
    query: queryBag(query),
    headers: Object.fromEntries(signedHeaders.map((name) => [name, headers[name] ?? ''])),
    body,
  });
  const signed = await signer.sign(request, { signingDate, signableHeaders: new Set(signedHeaders) });
  return signed.headers.authorization;
}

function queryBag(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

/** `20150830T123600Z` as a date. */
function dateOf(text: string): Date | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1);
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}
