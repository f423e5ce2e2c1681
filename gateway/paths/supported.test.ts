import { expect, it } from 'vitest';
import { isSupported } from './supported.ts';

it('is unsupported before the build in which the provider got the path, and no failure of it', () => {
  const speech = (version: string) => isSupported('openrouter', 'speech', version, 'embedded');
  expect(speech('2026.4.23')).toBe('openrouter has no speech');
  expect(speech('2026.4.24')).toBeNull();
  expect(isSupported('google', 'speech', '2026.4.14', 'embedded')).toBe('google has no speech');
  expect(isSupported('google', 'speech', '2026.4.15', 'embedded')).toBeNull();
});
