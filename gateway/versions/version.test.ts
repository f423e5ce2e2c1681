import { describe, expect, it } from 'vitest';
import { compareVersions, isAtLeast, isVersion } from './version.ts';

describe('OpenClaw versions', () => {
  it('are ordered as they were released, rebuilds after and betas before their version', () => {
    const released = [
      '2026.3.31',
      '2026.4.1',
      '2026.4.24',
      '2026.7.1-beta.6',
      '2026.7.1',
      '2026.7.1-2',
      '2026.7.2-beta.1',
    ];
    expect(released.toReversed().sort(compareVersions)).toEqual(released);
  });

  it('are told from other text', () => {
    expect(['2026.9.6', '2026.7.1-2', '2026.7.2-beta.3'].every(isVersion)).toBe(true);
    expect(['latest', '9.6', '2026.9', './openclaw.tgz', '2026.9.6-rc.1'].some(isVersion)).toBe(false);
  });

  it('are at least themselves', () => {
    expect(isAtLeast('2026.4.24', '2026.4.24')).toBe(true);
    expect(isAtLeast('2026.4.23', '2026.4.24')).toBe(false);
  });
});
