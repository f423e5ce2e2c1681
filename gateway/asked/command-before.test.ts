import { describe, expect, it } from 'vitest';
import type { CommandBefore } from '../../generators/axes/command-before.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { commandBeforeOf } from './command-before.ts';

const profile = {
  name: 'a',
  type: 'api_key',
  secret: { source: 'inline', holds: 'live', shape: 'plain' },
  expires: 'never',
  refresh: 'none',
  cooldown: 'none',
} as const;
const second = { ...profile, name: 'b' } as const;

describe('the command before a path', () => {
  it('sets again what is set, and nothing where there is nothing to set', () => {
    const words = (commandBefore: Exclude<CommandBefore, 'doctor'>, setup: object = {}) =>
      commandBeforeOf(plainCase({ id: 'google', ...setup }, { commandBefore }))?.join(' ') ?? null;
    const set = 'models auth order set --provider google --agent main';
    expect(words('none')).toBeNull();
    expect(words('model-set')).toBe('models set google/gemini-2.5-flash');
    expect(words('order-set')).toBeNull();
    expect(words('config-set')).toBe('config set agents.defaults.timeoutSeconds 599');
    expect(words('order-set', { profiles: [profile] })).toBe(`${set} google:a`);
    expect(words('order-set', { profiles: [profile, second] })).toBeNull();
    const order = { where: 'config', names: ['b', 'a'] };
    expect(words('order-set', { profiles: [profile, second], order })).toBe(`${set} google:b google:a`);
  });

  it('sets the alias again where the configuration knows the model by one', () => {
    const value = plainCase({ id: 'google' }, { commandBefore: 'model-set', modelName: 'alias' });
    expect(commandBeforeOf(value)).toEqual(['models', 'set', 'house-model']);
  });

  it('sets no model that the model of an agent stands before', () => {
    const value = plainCase({ id: 'google' }, { commandBefore: 'model-set', agent: 'own-model' });
    expect(commandBeforeOf(value)).toBeNull();
  });
});
