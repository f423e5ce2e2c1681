/** MiniMax, with a key and with a subscription. */
import type { PathName } from '../../observation/path-name.ts';
import { bundled } from './builds.ts';
import { provider } from './provider.ts';

/** The Anthropic API takes `x-api-key`, MiniMax's own endpoints a bearer. */
const ownHeaders: readonly PathName[] = [
  'image',
  'image-tool',
  'image-generation',
  'image-generation-tool',
  'speech',
  'web-search',
  'search-tool',
  'usage',
];

const SHARED = {
  builds: bundled(null),
  api: 'anthropic-messages',
  dialect: 'minimax',
  baseUrl: 'https://api.minimax.io/anthropic',
  otherRoots: ['/v1'],
  models: ['MiniMax-M2.7', 'MiniMax-M2.7-highspeed'],
  ownModels: { image: 'MiniMax-VL-01', 'image-generation': 'image-01', speech: 'speech-2.8-hd' },
  ownHeaders,
  // openclaw@2026.9.6:docs/providers/minimax.md ("Image generation", "Text-to-speech")
  ownAddresses: ['image-generation', 'image-generation-tool', 'speech', 'usage'],
  // openclaw@2026.9.6:docs/concepts/usage-tracking.md ("otherwise uses the MiniMax CN host")
  usage: { of: 'any', hosts: ['api.minimaxi.com'] },
} as const;

export const minimax = provider({
  ...SHARED,
  id: 'minimax',
  ownModels: { ...SHARED.ownModels, 'web-search': 'MiniMax-M2.7' },
  // openclaw@2026.9.6:docs/tools/minimax-search.md ("Region selection"): an address of the user's tells the region alone.
  ownAddresses: [...SHARED.ownAddresses, 'web-search', 'search-tool'],
  addressVariable: { name: 'MINIMAX_API_HOST', holds: 'host' },
  environmentVariables: ['MINIMAX_API_KEY', 'MINIMAX_CODE_PLAN_KEY', 'MINIMAX_CODING_API_KEY'],
  knownToTools: ['image-tool', 'pdf-tool'],
});

export const minimaxPortal = provider({
  ...SHARED,
  id: 'minimax-portal',
  plugin: 'minimax',
  environmentVariables: ['MINIMAX_OAUTH_TOKEN'],
  // openclaw@2026.9.6:docs/tools/tts.md (`minimax`, with a subscription, too)
  namesOnPaths: { speech: 'minimax', 'speech-providers': 'minimax', usage: 'minimax' },
  profileTypes: ['oauth'],
  // openclaw@2026.3.13:CHANGELOG.md, 2026.2.26, "Models/MiniMax auth header defaults"
  readsBearers: true,
});

/**
 * MiniMax in China, as an entry of the user's own under a name that builds know: it takes what is stored for MiniMax.
 *
 * @source openclaw@2026.5.22:CHANGELOG.md, 2026.5.17 (`minimax-cn` reuses "the correct base auth profiles", #63823);
 *   openclaw@2026.9.6:docs/nodes/media-understanding.md ("MiniMax note")
 */
export const minimaxCn = provider({
  id: 'minimax-cn',
  storedUnder: 'minimax',
  plugin: 'minimax',
  builds: bundled(null, '2026.5.18'),
  api: SHARED.api,
  dialect: SHARED.dialect,
  needsEntry: true,
  baseUrl: 'https://api.minimaxi.com/anthropic',
  otherRoots: SHARED.otherRoots,
  environmentVariables: ['MINIMAX_API_KEY'],
  models: SHARED.models,
  // Pictures, speech and search are made under MiniMax's own name.
  ownModels: { image: SHARED.ownModels.image },
  ownHeaders,
});
