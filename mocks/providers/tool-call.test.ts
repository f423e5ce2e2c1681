import { describe, expect, it } from 'vitest';
import { anthropicCall } from './anthropic-messages.ts';
import { CALL_ID, isRecap, partOfTurn, resultIn, type ToolCall } from './tool-call.ts';

const call: ToolCall = { tool: 'image', arguments: { image: '/photo.png' } };
const part = (body: object) => partOfTurn(JSON.stringify(body), call);
const tools = [{ name: 'read' }, { name: 'image' }];

/** The request that brings a result, in each API. */
const RESULTS = {
  'openai-responses': { input: [{ type: 'function_call_output', call_id: CALL_ID, output: 'OK' }], tools },
  'openai-completions': { messages: [{ role: 'tool', tool_call_id: CALL_ID, content: 'OK' }], tools },
  'anthropic-messages': {
    messages: [{ role: 'user', content: [{ type: 'tool_result', content: [{ type: 'text', text: 'OK' }] }] }],
    tools,
  },
  'google-generative-ai': {
    contents: [{ parts: [{ functionResponse: { name: 'image', response: { output: 'OK' } } }] }],
    tools: [{ functionDeclarations: tools }],
  },
  ollama: { messages: [{ role: 'tool', tool_name: 'image', content: 'OK' }], tools },
  'bedrock-converse-stream': {
    messages: [{ role: 'user', content: [{ toolResult: { content: [{ text: 'OK' }] } }] }],
    toolConfig: { tools },
  },
};

describe('a request of a turn that asks for a tool', () => {
  it('opens it where it offers the tool, in any API', () => {
    expect(part({ tools })).toBe('opens');
    expect(part({ tools: [{ functionDeclarations: tools }] })).toBe('opens');
    expect(part({ toolConfig: { tools: [{ toolSpec: { name: 'image' } }] } })).toBe('opens');
    expect(part({ tools: [{ name: 'image_generate' }] })).toBe('opens without');
  });

  it.each(Object.entries(RESULTS))('brings its result in %s', (_api, body) => {
    expect(part(body)).toBe('returns');
    expect(resultIn(JSON.stringify(body)).split('\n')).toContain('OK');
  });

  it('is a request of a turn of its own where it has the task that the tool was given, and no result', () => {
    const spawn: ToolCall = { tool: 'image', arguments: { task: 'water it' }, task: 'water it' };
    const asks = (body: object) => partOfTurn(JSON.stringify(body), spawn);
    expect(asks({ messages: [{ role: 'user', content: 'Please water it' }], tools })).toBe('beside');
    expect(asks({ messages: [{ role: 'user', content: 'Please begin' }], tools })).toBe('opens');
    const returned = { role: 'tool', tool_call_id: CALL_ID, content: 'water it: accepted' };
    expect(asks({ messages: [returned], tools })).toBe('returns');
  });

  it('is no request of the turn where it has no tools, or only quotes a result', () => {
    expect(part({ messages: [{ role: 'user', content: 'what is on it?' }] })).toBe('beside');
    expect(part({ system: 'say {"type":"tool_result"}', tools: [] })).toBe('beside');
  });
});

it('asks for the tool with its arguments as one text', () => {
  const deltas = anthropicCall(call).flatMap(({ data }) => ('delta' in data ? [data.delta] : []));
  expect(deltas[0]).toMatchObject({ partial_json: JSON.stringify(call.arguments) });
});

it('knows a recap of a session by the session that it quotes as data', () => {
  const quoted = JSON.stringify({
    previousRecap: '',
    messages: ['user: Reply with OK.'],
    omittedContent: false,
  });
  const asks = (text: string) =>
    isRecap(JSON.stringify({ messages: [{ role: 'user', content: [{ type: 'text', text }] }] }));
  expect(asks(quoted)).toBe(true);
  expect(asks('Reply with OK.')).toBe(false);
  expect(asks('{"messages":["user: Reply with OK."]}')).toBe(false);
});
