/** Promises of `openclaw@2026.9.6:docs/tools/video-generation.md`: credentials and models of video generation. */
import { promisesOf } from '../documented-promise.ts';

export const videoGeneration = promisesOf(
  { document: 'tools/video-generation.md', slug: 'video-generation', from: '2026.5.22' },
  [
    {
      id: 'configure-auth',
      heading: 'Quick start',
      about: ['API key for any supported provider'],
      kind: 'resolution',
      paths: ['video-generation'],
      rule: "A provider's API key is enough.",
      judged: { by: ['usable-is-used'] },
    },
    {
      id: 'google-key',
      heading: 'Supported providers',
      about: ['GEMINI_API_KEY', 'veo'],
      kind: 'resolution',
      paths: ['video-generation'],
      rule: "Google's key serves.",
      judged: { by: ['usable-is-used'] },
    },
    {
      id: 'openai-key',
      heading: 'Supported providers',
      about: ['OPENAI_API_KEY', 'sora'],
      kind: 'resolution',
      paths: ['video-generation'],
      rule: "OpenAI's key serves; its subscription is not named.",
      judged: { by: ['usable-is-used', 'right-kind'] },
    },
    {
      id: 'openrouter-key',
      heading: 'Supported providers',
      about: ['OPENROUTER_API_KEY'],
      kind: 'resolution',
      paths: ['video-generation'],
      rule: "OpenRouter's key serves.",
      judged: { by: ['usable-is-used'] },
    },
    {
      id: 'primary-next',
      heading: 'Model selection',
      about: ['primary', 'from config'],
      kind: 'order',
      paths: ['video-generation'],
      rule: 'The configured model follows the one that the call names.',
      judged: { not: 'each case names its model of video generation' },
    },
    {
      id: 'failure-goes-on',
      heading: 'Model selection',
      about: ['next candidate is tried automatically'],
      kind: 'rotation',
      paths: ['video-generation'],
      rule: 'A provider that fails is followed by the next.',
      judged: { not: 'each case has one model of video generation' },
    },
  ],
);
