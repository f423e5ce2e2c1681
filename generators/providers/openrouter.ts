import { EVERY_BUILD } from './builds.ts';
import { provider } from './provider.ts';

export const openrouter = provider({
  id: 'openrouter',
  family: 'openrouter',
  weight: 3,
  builds: EVERY_BUILD,
  firstBuilds: {
    audio: '2026.9.1',
    'image-generation': '2026.4.23',
    speech: '2026.4.24',
    'video-generation': '2026.5.7',
  },
  dialect: 'openrouter',
  baseUrl: 'https://openrouter.ai/api/v1',
  addressVariable: { name: 'OPENROUTER_BASE_URL', holds: 'base URL' },
  // openclaw@2026.9.6:docs/providers/openrouter.md (text-to-speech)
  ownAddresses: ['speech'],
  environmentVariables: ['OPENROUTER_API_KEY'],
  rankedVariables: ['OPENROUTER_API_KEY'],
  keyPrefix: 'sk-or-v1-',
  models: ['auto', 'google/gemini-2.5-flash'],
  ownModels: {
    'image-generation': 'google/gemini-3.1-flash-image-preview',
    'video-generation': 'google/veo-3.1-fast',
    speech: 'hexgrad/kokoro-82m',
  },
  knownToTools: ['image-tool'],
  // Its usage is left out: 2026.8.1 and 2026.9.6 give the `fetch` of Node 24 a dispatcher of a newer undici, which throws before anybody is
  // asked.
});
