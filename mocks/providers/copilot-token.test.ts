import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { observeCredential } from '../../gateway/observe/credential.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import { copilotTokenStubs } from './copilot-token.ts';

const variable = { name: 'COPILOT_GITHUB_TOKEN', layer: 'process', holds: 'live', shape: 'plain' } as const;
const canaries = canariesOf(plainCase({ id: 'github-copilot', environment: [variable] }), 'this run');
const { text, exchanged } = canaries[0]!;
const stubs = copilotTokenStubs((token) => (token === text ? exchanged : null));
const ask = (token: string) =>
  getResponse(
    stubs,
    new Request('https://api.github.com/copilot_internal/v2/token', {
      headers: { authorization: `Bearer ${token}` },
    }),
  );

describe("GitHub's token endpoint", () => {
  it('gives a token of its own for a GitHub token, and nothing for another text', async () => {
    expect(await (await ask(text))?.json()).toMatchObject({ token: exchanged });
    expect((await ask('gho_other'))?.status).toBe(401);
  });

  it('gives what is told apart on the wire, and traced to the same place', () => {
    const seen = [text, exchanged!].map((each) =>
      observeCredential({ scheme: 'bearer', text: each }, canaries, new Set()),
    );
    expect(seen.map(({ scheme }) => scheme)).toEqual(['bearer', 'exchanged bearer']);
    expect(new Set(seen.map(describeOrigin))).toEqual(new Set(['env COPILOT_GITHUB_TOKEN']));
  });
});
