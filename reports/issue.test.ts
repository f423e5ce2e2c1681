import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import type { PathName } from '../observation/path-name.ts';
import { observation } from '../test-support/conforming.ts';
import { run, standIn, unresolved } from '../test-support/stand-in.ts';
import { issueBody } from './issue.ts';

const [finding] = (await run(standIn(unresolved), { cases: 200 })).findings;

describe('an issue body', () => {
  it('says what the model does on a path that is a part of a turn, and on no other', () => {
    const { law, detail, fingerprint } = finding!;
    const bodyOf = (path: PathName) =>
      issueBody({
        value: finding!.case,
        version: DEFAULT_TARGET,
        violation: { law: law as never, paths: ['chat', path], detail, fingerprint },
        observations: [observation('chat'), observation(path)],
        versions: {},
        caseFile: '',
      });
    expect(bodyOf('compaction')).toContain('asking for the `read` tool');
    expect(bodyOf('pdf-tool')).toContain('asking for the `pdf` tool');
    expect(bodyOf('image')).not.toContain('asking for');
  });

  it('can be followed: a reference of a profile, a program with secrets and a gateway are set up as a build takes them', () => {
    const { law, detail, fingerprint } = finding!;
    const secret = { source: 'exec', holds: 'live', shape: 'plain' } as const;
    const value = plainCase({ id: 'google', profiles: [{ ...PLAIN_PROFILE, secret }] });
    const body = issueBody({
      value,
      version: DEFAULT_TARGET,
      violation: { law: law as never, paths: ['chat'], detail, fingerprint },
      observations: [
        observation('chat', {
          lane: 'gateway',
          standsFor: { kind: 'failure', class: 'no-credential', message: '' },
        }),
      ],
      versions: {},
      caseFile: '',
    });
    expect(body).toContain('"command": "/home/you/secret-command"');
    expect(body).toContain(`printf '%s' '{"protocolVersion":1,"values":{"google-a":"<live key>"}}'`);
    expect(body).toContain('openclaw doctor --fix --non-interactive');
    expect(body).toContain('"mode": "local"');
    expect(body).toContain('answer; its command ended in the strict preflight');
    const plain = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
    const usual = issueBody({
      value: plain,
      version: DEFAULT_TARGET,
      violation: { law: law as never, paths: ['chat'], detail, fingerprint },
      observations: [observation('chat')],
      versions: {},
      caseFile: '',
    });
    expect(usual).not.toMatch(/doctor --fix|"mode": "local"|preflight/);
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
    expect(body).toContain(`auth-conformance replay case.json --target ${DEFAULT_TARGET}`);
    expect(body).not.toContain(process.cwd());
    expect(body).not.toMatch(/AIzaSy[0-9a-f]/);
  });
});
