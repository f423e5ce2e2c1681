import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretPieces } from './pieces.ts';

/** Names of models as catalogs of builds have them, and hosts. */
const NAMES = [
  'Qwen/Qwen3-VL-235B-A22B-Instruct',
  'deepseek-ai/DeepSeek-R1-0528-Qwen3-8B',
  'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16-TEE',
  'XiaomiMiMo/MiMo-V2-Flash-TEE',
  'us.anthropic.claude-sonnet-4-6-20250929-v1:0',
  'openai-gpt-4o-mini-2024-07-18',
  'nomic-embed-text-v2-moe',
  'https://token-plan-cn.xiaomimimo.com/v1',
  'https://maas-coding-api.cn-huabei-1.xf-yun.com/v2',
  'https://corp.openai.azure.com/openai/deployments/gpt-4o-2024-11-20',
];

describe('pieces of a text that look like a secret', () => {
  it.each(NAMES)('are none in %s', (name) => {
    expect(secretPieces(name, 'name')).toEqual([]);
  });

  it('are nearly all of random base64, whose parts are often as plain as words', () => {
    const keys = Array.from({ length: 10_000 }, (_, at) =>
      hash('sha256', `key ${at}`, 'buffer').subarray(0, 24).toString('base64'),
    );
    const missed = keys.filter((key) => secretPieces(`the key is ${key} here`).length === 0);
    expect(missed.length).toBeLessThan(10);
  });
});
