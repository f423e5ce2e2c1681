/**
 * The signature verifier, held against AWS's own test vectors and against every kind of tampering.
 *
 * The vectors are the signed requests of the "AWS Signature Version 4 Test Suite" (Copyright 2019 Amazon.com, Inc. or
 * its affiliates, Apache License 2.0), as botocore 1.44.5 ships them. One is left out: the signature of its copy of
 * `get-vanilla-with-session-token` is the token's own digits in another order; `post-sts-header-before` signs a token.
 */
import { readFileSync } from 'node:fs';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type IssuedKey, type SignedRequest, signatureProblem } from './signature.ts';

const vectors = z
  .array(z.object({ name: z.string(), request: z.array(z.string()), body: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('./signature-vectors.json', import.meta.url), 'utf8')));

/** The key that all vectors are signed with; two of them with a session token. */
const EXAMPLE = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

/** A request from its lines; a repeated header is joined as Node joins it, folded lines as HTTP/1.1 says. */
function parsed({ request: [start = '', ...lines], body }: (typeof vectors)[number]): SignedRequest {
  const [, method = '', target = ''] = /^(\S+) (.+) HTTP\/1.1$/.exec(start) ?? [];
  const [path = '', search = ''] = target.split('?');
  const headers: Record<string, string> = {};
  let last = '';
  for (const line of lines) {
    const [, name, value] = /^([^\s:]+):(.*)$/.exec(line) ?? [];
    if (name === undefined) headers[last] += ` ${line.trim()}`;
    else {
      last = name.toLowerCase();
      headers[last] = headers[last] === undefined ? value!.trim() : `${headers[last]},${value!.trim()}`;
    }
  }
  return { method, path, query: new URLSearchParams(search), headers, body: Buffer.from(body) };
}

describe('the signature verifier', () => {
  it.each(vectors)('accepts the vector $name', async (vector) => {
    const request = parsed(vector);
    const sessionToken = request.headers['x-amz-security-token'] ?? null;
    const keyOf = (id: string) => (id === EXAMPLE.accessKeyId ? { ...EXAMPLE, sessionToken } : null);
    expect(await signatureProblem(request, keyOf)).toBeNull();
  });

  const key: IssuedKey = { ...EXAMPLE, accessKeyId: 'ASIAEXAMPLE', sessionToken: 'the-session-token' };
  const keyOf = (id: string) => (id === key.accessKeyId ? key : null);

  async function signed(body: string): Promise<SignedRequest> {
    const signer = new SignatureV4({
      service: 'bedrock',
      region: 'us-east-1',
      sha256: Sha256,
      credentials: { ...key, sessionToken: key.sessionToken! },
    });
    const host = 'bedrock-runtime.us-east-1.amazonaws.com';
    const request = new HttpRequest({
      method: 'POST',
      hostname: host,
      path: '/model/us.anthropic.claude%3A0/converse',
      headers: { host, 'content-type': 'application/json' },
      body,
    });
    const { headers } = await signer.sign(request);
    const { method, path } = request;
    return { method, path, query: new URLSearchParams(), headers, body: Buffer.from(body) };
  }

  it('accepts what the AWS SDK signs', async () => {
    expect(await signatureProblem(await signed('{}'), keyOf)).toBeNull();
  });

  it('rejects a request with any byte of its body, path, scope, token, signature or signed headers changed', async () => {
    const request = await signed('{"messages":[]}');
    const names = ['host', 'content-type', 'x-amz-date', 'x-amz-security-token', 'authorization'] as const;
    const part = fc.constantFrom('body' as const, 'path' as const, ...names);
    await fc.assert(
      fc.asyncProperty(part, fc.nat(), fc.integer({ min: 1, max: 127 }), async (name, position, flip) => {
        const text =
          name === 'body'
            ? Buffer.from(request.body).toString()
            : name === 'path'
              ? request.path
              : request.headers[name]!;
        const bytes = Buffer.from(text, 'latin1');
        const index = position % bytes.length;
        bytes[index] = bytes[index]! ^ flip;
        const changed = bytes.toString('latin1');
        // White space around and between words is not signed.
        fc.pre(changed.trim().replaceAll(/\s+/g, ' ') !== text);
        const tampered: SignedRequest =
          name === 'body'
            ? { ...request, body: bytes }
            : name === 'path'
              ? { ...request, path: changed }
              : { ...request, headers: { ...request.headers, [name]: changed } };
        expect(await signatureProblem(tampered, keyOf)).not.toBeNull();
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it.each([
    ['of a key that was never issued', 'UnrecognizedClientException', { accessKeyId: 'ASIAOTHER' }],
    ['by another secret', 'InvalidSignatureException', { secretAccessKey: 'another' }],
    ['with another token', 'UnrecognizedClientException', { sessionToken: 'another' }],
    ['with a token that its key has not', 'UnrecognizedClientException', { sessionToken: null }],
  ])('tells a signature %s: %s', async (_, problem, changes) => {
    const issued = { ...key, ...changes };
    const lookUp = (id: string) => (id === issued.accessKeyId ? issued : null);
    expect(await signatureProblem(await signed('{}'), lookUp)).toBe(problem);
  });

  it('tells a request without a signature', async () => {
    const { authorization: _, ...headers } = (await signed('{}')).headers;
    expect(await signatureProblem({ ...(await signed('{}')), headers }, keyOf)).toBe(
      'IncompleteSignatureException',
    );
  });
});
