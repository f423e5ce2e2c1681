import { expect, it } from 'vitest';
import { isLocalMarker } from './local-marker.ts';

const marker = { kind: 'text', scheme: 'bearer', text: 'marker' } as const;

it('a server of Ollama of the user may be sent the marker for no key, and nobody else', () => {
  for (const host of ['127.0.0.1', '192.168.77.20', '172.20.0.4', 'gpu-box', 'gpu-box.local'])
    expect(isLocalMarker(marker, host, 'custom-ollama'), host).toBe(true);
  for (const host of ['ollama.com', 'ollama.home-lab.com', '172.40.0.4'])
    expect(isLocalMarker(marker, host, 'ollama'), host).toBe(false);
  expect(isLocalMarker(marker, '127.0.0.1', 'custom-openai')).toBe(false);
  expect(isLocalMarker({ ...marker, text: 'undefined' }, '127.0.0.1', 'ollama')).toBe(false);
});
