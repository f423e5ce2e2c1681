import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runnableOf } from '../../gateway/cases/runnable-of.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { homeCaseOf } from '../home-case-of.ts';
import { leakCount } from '../leaks-of-home.ts';
import { readRawHome } from './raw-home.ts';

const UNIT = `[Service]
ExecStart=/usr/bin/node /opt/openclaw/dist/index.js gateway --port 18789
Environment=HOME=/home/me
Environment=OPENROUTER_API_KEY=sk-or-unit-0123456789abcdef "GREETING=good 100%% day"
EnvironmentFile=-/home/me/.config/keys.env
`;
const AGENT = `<plist version="1.0"><dict><key>Label</key><string>ai.openclaw.gateway</string>
<key>EnvironmentVariables</key><dict>
  <key>HOME</key><string>/Users/me</string>
  <key>GEMINI_API_KEY</key><string>AIzaAgent0123456789&amp;abcdef</string>
</dict></dict></plist>`;
const TASK = [
  '@echo off',
  'rem OpenClaw Gateway (v2026.6.9)',
  'cd /d "C:\\Users\\me\\.openclaw"',
  'set "GEMINI_API_KEY=AIzaTask0123456789^!abcdef"',
  'set "GREETING=all ^^ of 100%% ^"good^"^!"',
  'set BARE=as it is',
  '"C:\\Program Files\\nodejs\\node.exe" "C:\\openclaw\\dist\\index.js" gateway --port 18789',
  '',
].join('\r\n');
const CONFIG = '{ "agents": { "defaults": { "model": "openrouter/auto" } } }';

function imported(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'service-'));
  for (const [name, text] of Object.entries({ '.openclaw/openclaw.json': CONFIG, ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const shell = path.join(folder, 'shell.env');
  writeFileSync(shell, 'OPENAI_API_KEY=sk-shell-0123456789abcdef\n');
  return homeCaseOf(readRawHome(folder, shell), { model: null, agent: null, failing: [], live: null });
}

async function environments(value: HomeCase) {
  const staged = await runnableOf(value).stage('a run', null);
  const subject = { version: '2026.9.6', root: os.tmpdir(), command: '', main: '', runsWarm: true };
  const write = async (sections?: object) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'service-home-'));
    const [compileCache, logFile] = [path.join(folder, 'cache'), path.join(folder, 'log')];
    const settings = { compileCache, logFile, paths: [], ...(sections ? { sections: { ...sections } } : {}) };
    return (await staged.writeHome(subject, folder, settings)).environment;
  };
  return { command: await write(), gateway: await write({ gateway: {} }) };
}

describe('a gateway that runs as a service', () => {
  it('has the variables of its systemd unit and of the file that it names, and none of the shell', async () => {
    const {
      case: value,
      read,
      texts,
    } = imported({
      '.config/systemd/user/openclaw-gateway.service': UNIT,
      '.config/keys.env': 'GEMINI_API_KEY=AIzaFile0123456789abcdef\n',
    });
    expect(Object.keys(value.service ?? {})).toEqual(['OPENROUTER_API_KEY', 'GREETING', 'GEMINI_API_KEY']);
    expect(value.service?.GREETING).toBe('good 100% day');
    expect(read).toContain('.config/systemd/user/openclaw-gateway.service');
    expect(read).toContain('.config/keys.env');
    expect(leakCount(texts, JSON.stringify(value))).toBe(0);
    const { command, gateway } = await environments(value);
    expect(gateway.OPENROUTER_API_KEY).toMatch(/^sk-or-/);
    expect(gateway).not.toHaveProperty('OPENAI_API_KEY');
    expect(command.OPENAI_API_KEY).toMatch(/^sk-/);
    expect(command).not.toHaveProperty('OPENROUTER_API_KEY');
  });

  it('has the variables of its launchd agent', () => {
    const { case: value, texts } = imported({ 'Library/LaunchAgents/ai.openclaw.gateway.plist': AGENT });
    expect(value.service).toEqual({ GEMINI_API_KEY: '{{GEMINI_API_KEY of the service}}' });
    expect(texts).toContain('AIzaAgent0123456789&abcdef');
  });

  it('has the variables that its Windows task sets', () => {
    const { case: value, texts } = imported({ '.openclaw/gateway.cmd': TASK });
    expect(value.service).toEqual({
      GEMINI_API_KEY: '{{GEMINI_API_KEY of the service}}',
      GREETING: 'all ^ of 100% "good"!',
      BARE: 'as it is',
    });
    expect(texts).toContain('AIzaTask0123456789!abcdef');
  });

  it('is none where a home has no such file: its gateway is started from the shell', async () => {
    const { case: value } = imported({});
    expect(value.service).toBeUndefined();
    expect((await environments(value)).gateway.OPENAI_API_KEY).toMatch(/^sk-/);
  });
});
