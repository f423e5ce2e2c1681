/** Providers that speak OpenAI's and Anthropic's API alike: which one a build takes differs between versions. */
import { anthropicMessages } from './anthropic-messages.ts';
import type { Dialect } from './dialect.ts';
import { openaiCompatible } from './openai-compatible.ts';

const openai = openaiCompatible('openai');

export const bothApis: Dialect = { ...openai, model: [...anthropicMessages.model, ...openai.model] };
