import { describe, expect, it } from 'vitest';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, observation } from '../../test-support/conforming.ts';
import { observeChat, type Reference } from './reference.ts';

const preflight = { ...failed('no-credential'), isPreflight: true } as const;
const byCommand = observation('chat', { lane: 'embedded', requests: [], outcome: preflight });
const throughGateway = observation('chat', { lane: 'gateway' });

/** A stand-in for chat, and the lanes that were asked. */
async function chat(
  ends: Readonly<Partial<Record<Lane, Observation>>>,
  { reference = 'auto', version = '2026.9.6', lane = 'embedded' as Lane } = {},
) {
  const asked: Lane[] = [];
  const seen = await observeChat({ reference: reference as Reference, version, lane }, async (each) => {
    asked.push(each);
    return ends[each]!;
  });
  return { seen, asked };
}

describe('the door of chat', () => {
  it('is its command, where that chooses a credential', async () => {
    const answered = observation('chat', { lane: 'embedded' });
    const refused = observation('chat', { lane: 'embedded', outcome: failed('no-credential') });
    for (const each of [answered, refused])
      expect(await chat({ embedded: each })).toEqual({ seen: each, asked: ['embedded'] });
  });

  it('is a gateway where the command ends in its strict preflight, and the observation says so', async () => {
    const { seen, asked } = await chat({ embedded: byCommand, gateway: throughGateway });
    expect(asked).toEqual(['embedded', 'gateway']);
    expect(seen).toMatchObject({ lane: 'gateway', outcome: { kind: 'answer' }, standsFor: preflight });
  });

  it('stays the command where a build has gateways that are as strict', async () => {
    const strict = await chat({ embedded: byCommand }, { version: '2026.7.1-2' });
    expect(strict).toEqual({ seen: byCommand, asked: ['embedded'] });
  });

  it('is a gateway that ends at the same reference, which its build promises to start beside', async () => {
    const gateway = observation('chat', { lane: 'gateway', requests: [], outcome: preflight });
    const { seen } = await chat({ embedded: byCommand, gateway });
    expect(seen).toEqual({ ...gateway, standsFor: preflight });
  });

  it('stays the command where the gateway comes to no end that says something', async () => {
    for (const outcome of [failed('crashed'), failed('timed-out')]) {
      const gateway = observation('chat', { lane: 'gateway', requests: [], outcome });
      expect((await chat({ embedded: byCommand, gateway })).seen).toEqual(byCommand);
    }
  });

  it('is the one that is asked for', async () => {
    const ends = { embedded: byCommand, gateway: throughGateway };
    expect((await chat(ends, { reference: 'command' })).asked).toEqual(['embedded']);
    expect((await chat(ends, { reference: 'gateway' })).asked).toEqual(['gateway']);
    expect((await chat(ends, { reference: 'command', lane: 'gateway' })).asked).toEqual(['gateway']);
  });
});
