/** The `gateway` lane on a real build: one gateway serves the paths of a case, and what it learned ends with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDriver, type Driver } from '../../gateway/driver.ts';
import { installSubject } from '../../gateway/subject/install.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { logLine } from '../../support/log-line.ts';

const VERSION = process.env.GATEWAY_TARGET ?? '2026.4.24';

let driver: Driver;
beforeAll(async () => {
  driver = await createDriver(await installSubject(VERSION, logLine));
});
afterAll(() => driver[Symbol.asyncDispose]());

const withKey = (holds: 'live' | 'stale') =>
  plainCase({
    id: 'google',
    environment: [{ name: 'GEMINI_API_KEY', layer: 'process', holds, shape: 'plain' }],
  });

/** The ids of processes whose command line runs a gateway of this test's process. */
function gateways(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return new RegExp(`-${process.pid}-[^\\0]*gateway=`).test(environment);
      } catch {
        // It ended, or is somebody else's.
        return false;
      }
    });
}

describe(`a running gateway of ${VERSION}`, () => {
  it('answers a turn with the live key of its environment, and serves the next path of the case', async () => {
    const chat = await driver.observe(withKey('live'), 'chat', 'gateway');
    expect(chat).toMatchObject({ lane: 'gateway', outcome: { kind: 'answer' }, egress: [], disclosures: [] });
    expect(chat.requests.filter(({ purpose }) => purpose === 'model')).toMatchObject([
      { status: 200, credentials: [{ kind: 'secret', validity: 'live', place: { provider: 'google' } }] },
    ]);
    const pdf = await driver.observe(withKey('live'), 'pdf-tool', 'gateway');
    expect(pdf.outcome).toEqual({ kind: 'answer' });
    expect(driver.gatewayStarts()).toBe(1);
  });

  it('tells what the provider said of a key that it refuses, and is replaced by one that has learned nothing', async () => {
    for (const time of [1, 2]) {
      const { outcome, requests } = await driver.observe(withKey('stale'), 'chat', 'gateway');
      expect(outcome).toMatchObject({ kind: 'failure', class: 'rejected' });
      // Google answers a wrong key so.
      expect(requests.find(({ purpose }) => purpose === 'model')?.status).toBe(400);
      expect(driver.gatewayStarts()).toBe(1 + time);
    }
  });

  it('tells the reason from its log where it refuses by itself', async () => {
    const { outcome, requests } = await driver.observe(plainCase({ id: 'google' }), 'chat', 'gateway');
    expect(outcome).toMatchObject({ kind: 'failure', class: 'no-credential' });
    expect(requests.filter(({ purpose }) => purpose === 'model')).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('leaves no process behind when its driver is closed', async () => {
    expect(gateways()).not.toEqual([]);
    await driver[Symbol.asyncDispose]();
    expect(gateways()).toEqual([]);
  });
});
