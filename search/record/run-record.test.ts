import { existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { searchPlan } from '../search-plan.ts';
import { beginRecord } from './run-record.ts';

it('leaves nothing of a record that the disk has no room for', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const plan = {
    ...searchPlan({ target: '2026.9.6' }),
    toJSON() {
      throw full;
    },
  };
  const uppermost = path.join(mkdtempSync(path.join(os.tmpdir(), 'run-record-')), 'records');
  expect(() => beginRecord(path.join(uppermost, 'one'), plan)).toThrow('the disk is full. Give --keep');
  expect(existsSync(uppermost)).toBe(false);
});
