/** The dialect that a request speaks, by its path: how an address is answered of which nothing else is known. */
import { amazonBedrock } from './amazon-bedrock.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import type { Dialect } from './dialect.ts';
import { googleGenerativeAi } from './google-generative-ai.ts';
import { ollama } from './ollama.ts';
import { openaiCompatible } from './openai-compatible.ts';

const openai = openaiCompatible('openai');

/** The first whose path it is; OpenAI's API is the one that others copy. */
const SPOKEN: readonly (readonly [RegExp, Dialect])[] = [
  [/\/v1beta\d*\/|:\w*(generateContent|embedContents?)$/i, googleGenerativeAi],
  [/\/messages(\/count_tokens)?$/, anthropicMessages],
  [/\/api\/(chat|generate|show|tags|embed)$/, ollama],
  [/\/model\/[^/]+\/(converse|invoke)/, amazonBedrock],
];

export function spokenDialect({ pathname }: URL): Dialect {
  return SPOKEN.find(([path]) => path.test(pathname))?.[1] ?? openai;
}
