import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import type { Case } from '../../generators/case.ts';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import type { Step } from '../../generators/steps/step.ts';
import type { PathName } from '../../observation/path-name.ts';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { observation, request, sentText } from '../../test-support/conforming.ts';
import { run, standIn, unresolved } from '../../test-support/stand-in.ts';
import { issueBody } from './body.ts';
import { SHOWING_SERVER, seeWhatIsSent } from './see-what-is-sent.ts';

const [finding] = (await run(standIn(unresolved), { cases: 600 })).findings;

/** The body of a finding in one setup, with what it shows of one path. */
function bodyOf(value: Case, shown = observation('chat')): string {
  const { law, detail, fingerprint } = finding!;
  return issueBody({
    value,
    version: DEFAULT_TARGET,
    violation: { law: law as never, paths: ['chat', shown.path], detail, fingerprint },
    observations: [shown],
    versions: {},
    caseFile: '',
  });
}

describe('an issue body', () => {
  it('says what the model does on a path that is a part of a turn, and on no other', () => {
    const ofPath = (path: PathName) => bodyOf(finding!.case as Case, observation(path));
    expect(ofPath('compaction')).toContain('asking for the `read` tool');
    expect(ofPath('pdf-tool')).toContain('with a document of the workspace. A real model may not do so');
    expect(ofPath('image')).not.toContain('asking for');
    const named = bodyOf(plainCase({ id: 'google' }, { mediaSelection: 'command' }), observation('pdf-tool'));
    expect(named).toContain('Its call names the model `google/gemini-2.5-flash`. A real model may not do so');
    expect(ofPath('pdf-tool')).not.toContain('Its call names');
  });

  it('can be followed: a reference of a profile, a program with secrets and a gateway are set up as a build takes them', () => {
    const secret = { source: 'exec', holds: 'live', shape: 'plain' } as const;
    const value = plainCase({ id: 'google', profiles: [{ ...PLAIN_PROFILE, secret }] });
    const body = bodyOf(
      value,
      observation('chat', {
        lane: 'gateway',
        standsFor: { kind: 'failure', class: 'no-credential', message: '' },
      }),
    );
    expect(body).toContain('"command": "/home/you/secret-command"');
    expect(body).toContain(`printf '%s' '{"protocolVersion":1,"values":{"google-a":"<live key>"}}'`);
    expect(body).toContain('openclaw doctor --fix --non-interactive');
    expect(body).toContain('"mode": "local"');
    expect(body).toContain('answer; its command ended in the strict preflight');
    const plain = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
    const usual = bodyOf(plain);
    expect(usual).not.toMatch(/doctor --fix|"mode": "local"|preflight/);
  });

  it('stores profiles by the command for keys, and as a whole record where one is more than a plain key', () => {
    const storing = (profile: object, order: ProviderSetup['order'] = null) =>
      bodyOf(plainCase({ id: 'google', order, profiles: [{ ...PLAIN_PROFILE, ...profile }] })).match(
        /paste-api-key|doctor --fix/g,
      );
    expect(storing({})).toEqual(['paste-api-key']);
    expect(storing({}, { where: 'config', names: ['a'] })).toEqual(['paste-api-key']);
    for (const other of [
      storing({ type: 'oauth' }),
      storing({ type: 'token', expires: 'past' }),
      storing({ cooldown: 'active' }),
      storing({ secret: { ...PLAIN_PROFILE.secret, shape: 'newline' } }),
      storing({}, { where: 'store', names: ['a'] }),
    ])
      expect(other).toEqual(['doctor --fix']);
  });

  it('explains the keys, files and words that it has, and no others', () => {
    const of = (...holds: ('live' | 'stale' | 'limited')[]) =>
      bodyOf(
        plainCase({
          id: 'google',
          profiles: holds.map((each, place) => ({
            ...PLAIN_PROFILE,
            name: (['a', 'b'] as const)[place]!,
            secret: { ...PLAIN_PROFILE.secret, holds: each },
          })),
        }),
      );
    expect(of('live')).toContain('In place of each `<live key>`, put a key that the provider accepts.');
    expect(of('live')).toContain('To see only what is sent first, any text does');
    expect(of('live')).not.toMatch(/stale key|limited key|Different letters/);
    expect(of('stale')).toContain(
      'In place of each `<stale key>`, put any text, which the provider refuses.',
    );
    expect(of('stale')).not.toContain('To see only');
    expect(of('limited', 'stale')).toContain('put a key to which the provider answers 429.');
    expect(of('limited', 'stale')).toContain('Different letters are different texts.');
    const { case: value } = finding!;
    expect(bodyOf(value as Case, observation('audio'))).toMatch(/`voice\.wav`\. .* at least 1,024 bytes/);
    expect(bodyOf(value as Case, observation('chat', { requests: [] }))).not.toMatch(
      /1,024|bearer X|show\.mjs/,
    );
    const bearer = observation('chat', { requests: [request(sentText('key', 'bearer'))] });
    expect(bodyOf(value as Case, bearer)).toContain('Read `bearer X → host 200` as');
  });

  it('has the steps of a case as a numbered list, each once, and what each came to', () => {
    const take = { do: 'take', path: 'chat' } as const;
    const steps: Step[] = [{ do: 'run-gateway' }, take, { do: 'restart', by: 'SIGKILL' }, take];
    const value = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }, { steps });
    const { detail, fingerprint } = finding!;
    const body = issueBody({
      value,
      version: DEFAULT_TARGET,
      violation: { law: 'restart-keeps', paths: ['chat'], detail, fingerprint },
      observations: [1, 3].map((step) => observation('chat', { lane: 'gateway', step })),
      versions: {},
      caseFile: '',
    });
    const list = /2\. In this home, do one after the other:\n\n```\n(.*?)\n```/s.exec(body)?.[1]?.split('\n');
    expect(list).toEqual([
      '1. Run: openclaw gateway run',
      expect.stringMatching(/^2\. Run: curl .*\/v1\/chat\/completions/),
      '3. End the gateway with SIGKILL, then run: openclaw gateway run',
      expect.stringMatching(/^4\. Run: curl /),
    ]);
    expect(body.split('End the gateway with SIGKILL')).toHaveLength(2);
    expect(body).toContain('"mode": "local"');
    expect(body).not.toMatch(/fresh home|five seconds/);
    expect(body.match(/^\| \d\. chat \|/gm)).toEqual(['| 2. chat |', '| 4. chat |']);
    expect(body).toContain('It runs what happens in the home, one after the other');
  });

  it('says of steps what they are held against, and that a login lasts as long as one turn', () => {
    const steps: Step[] = [
      { do: 'take', path: 'image' },
      { do: 'take', path: 'chat' },
    ];
    const login = { ...PLAIN_PROFILE, type: 'oauth', expires: 'past', refresh: 'works' } as const;
    const value = plainCase({ id: 'anthropic', profiles: [login] }, { steps });
    const { detail, fingerprint } = finding!;
    const body = issueBody({
      value,
      version: DEFAULT_TARGET,
      violation: { law: 'fresh-home', paths: ['chat'], detail, fingerprint },
      observations: [observation('image', { step: 0 }), observation('chat', { step: 1 })],
      versions: {},
      caseFile: '',
    });
    expect(body).toMatch(/2\. In this home.*3\. Take each path by itself in a fresh home/s);
    expect(body).toContain('end after five seconds');
    expect(body).not.toContain('gateway run');
  });

  it('calls the tokens of a login by their names, and says how a provider tells them from keys', () => {
    const login = { ...PLAIN_PROFILE, type: 'oauth', refresh: 'fails' } as const;
    const body = bodyOf(plainCase({ id: 'anthropic', profiles: [login] }));
    expect(body).toContain('"access": "<live access token A>"');
    expect(body).toContain('"refresh": "<stale refresh token B>"');
    const works = bodyOf(plainCase({ id: 'anthropic', profiles: [{ ...login, refresh: 'works' }] }));
    expect(works).toContain('"refresh": "<live refresh token B>"');
    expect(body).toContain(
      'In place of each `<live access token>`, put an access token that the provider accepts.',
    );
    expect(body).toContain('Begin an access token with `sk-ant-oat01-`');
    expect(bodyOf(plainCase({ id: 'anthropic', profiles: [PLAIN_PROFILE] }))).not.toMatch(/token/);
  });

  it('says that a file of secrets is for its user alone, without which OpenClaw does not read it', () => {
    const secret = { ...PLAIN_PROFILE.secret, source: 'file' } as const;
    const body = bodyOf(plainCase({ id: 'google', profiles: [{ ...PLAIN_PROFILE, secret }] }));
    expect(body).toContain('~/secrets.json, which only its user may read (chmod 600)\n');
  });

  it('has a server that shows keys where the entry has an address, and the law is not about the host', () => {
    const entry = { auth: null, apiKey: PLAIN_PROFILE.secret, header: null, authHeader: false } as const;
    const sent = observation('chat', { requests: [request(sentText('key', 'bearer'))] });
    const at = (baseUrl: 'default' | 'absent', law = 'same-credential') =>
      seeWhatIsSent(plainCase({ id: 'google', entry: { ...entry, baseUrl } }), law as never, [sent]).join(
        '\n',
      );
    expect(at('default')).toContain(SHOWING_SERVER);
    const page = readFileSync(path.join(PACKAGE_ROOT, 'docs', 'findings', 'README.md'), 'utf8');
    expect(page).toContain(SHOWING_SERVER);
    expect(at('absent')).toContain('A proxy that shows headers');
    expect(at('default', 'right-host')).toContain('A proxy that shows headers');
    expect(
      seeWhatIsSent(plainCase({ id: 'google' }), 'same-failure' as never, [
        observation('chat', { requests: [] }),
      ]),
    ).toEqual([]);
  });

  it('gives the reason of a failure that a log line states', () => {
    const outcome = (message: string) =>
      observation('chat', { outcome: { kind: 'failure', class: 'other', message } });
    const said = (message: string) => bodyOf(finding!.case as Case, outcome(message));
    expect(said('[agent] run end: runId=1 error=It failed. rawError=401: no / [x] fails')).toContain(
      '| other: 401: no |',
    );
    expect(said('[diagnostic] task error: lane=main error="No profiles." errorName=Error')).toContain(
      '| other: No profiles. |',
    );
    expect(said('[openclaw] The command failed. / [openclaw] Reason: a key is missing')).toContain(
      '| other: a key is missing |',
    );
    expect(said('"error": "Setup needs a model.",')).toContain('| other: Setup needs a model. |');
    expect(said('no key')).toContain('| other: no key |');
  });

  it('has the sections of the bug report, and no secret', () => {
    const { law, paths, detail, fingerprint } = finding!;
    const body = issueBody({
      value: finding!.case,
      version: DEFAULT_TARGET,
      violation: { law: law as never, paths, detail, fingerprint },
      observations: finding!.observations,
      versions: { '2026.9.5': 'conforms' },
      caseFile: '{ "schemaVersion": 1 }\n',
    });
    for (const title of [
      'Summary',
      'Steps to reproduce',
      'Expected behavior',
      'Actual behavior',
      'OpenClaw version',
    ]) {
      expect(body).toContain(`### ${title}`);
    }
    expect(body).toContain('2026.9.5 conforms');
    expect(body).toContain('openclaw infer image describe');
    expect(body).toContain('To test a fix, give your build to `--target`');
    expect(body).not.toMatch(/^- [a-z-]+\/[a-z-]+: /m);
    const replay = /`(npx -y .* auth-conformance replay )case\.json --target (\S+)`/.exec(body);
    expect(replay?.[2]).toBe(DEFAULT_TARGET);
    expect(readFileSync(path.join(PACKAGE_ROOT, 'README.md'), 'utf8')).toContain(replay?.[1]);
    expect(body).not.toContain(process.cwd());
    expect(body).not.toMatch(/AIzaSy[0-9a-f]/);
  });
});
