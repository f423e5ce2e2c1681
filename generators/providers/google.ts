import { EVERY_BUILD } from './builds.ts';
import { provider } from './provider.ts';

/** Serves every path in every build, so it tells most. */
export const google = provider({
  id: 'google',
  family: 'google',
  weight: 8,
  builds: EVERY_BUILD,
  firstBuilds: { speech: '2026.4.15' },
  api: 'google-generative-ai',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  otherRoots: ['/v1', '/v1beta/openai'],
  addressVariable: { name: 'GOOGLE_GEMINI_BASE_URL', holds: 'base URL' },
  // openclaw@2026.9.6:docs/tools/tts/field-reference.md ("Google Gemini", baseUrl)
  // openclaw@2026.9.6:docs/tools/gemini-search.md (the headers of the entry are not those of search)
  ownAddresses: ['speech', 'web-search', 'search-tool'],
  environmentVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GEMINI_API_KEYS', 'OPENCLAW_LIVE_GEMINI_KEY'],
  // Lists of keys and live-test keys configure nothing.
  rankedVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  keyPrefix: 'AIzaSy',
  models: ['gemini-2.5-flash', 'gemini-2.5-pro'],
  ownModels: {
    embedding: 'gemini-embedding-001',
    'image-generation': 'gemini-3-pro-image-preview',
    'video-generation': 'veo-3.1-fast-generate-preview',
    speech: 'gemini-2.5-flash-preview-tts',
    'web-search': 'gemini-3.6-flash',
  },
  // openclaw@2026.9.6:docs/reference/memory-config.md (`provider`)
  namesOnPaths: {
    embedding: 'gemini',
    memory: 'gemini',
    'memory-status': 'gemini',
    'http-embedding': 'gemini',
    'memory-tool': 'gemini',
    'web-search': 'gemini',
    'search-tool': 'gemini',
    'embedding-providers': 'gemini',
    'search-providers': 'gemini',
  },
  media: ['image', 'audio', 'video'],
  knownToTools: ['image-tool', 'pdf-tool'],
  profileTypes: ['api_key', 'token'],
});
