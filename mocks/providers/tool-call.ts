/**
 * A turn in which the model asks for one tool of the agent. It asks if the turn offers the tool; the next request of
 * the turn brings the result. The requests of the tool itself come between them.
 */
import { z } from 'zod';
import type { JsonRecord } from '../../support/json-record.ts';
import { parsedJson } from '../request-body.ts';

/** A tool of the agent, and the arguments that the model gives it. */
export interface ToolCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, string>>;
  /** Whether a request with the result is too long for the model, until the turn has been compacted. */
  readonly overflows?: boolean;
  /** A text that only a turn has which the tool starts; absent: it starts none. */
  readonly task?: string;
}

/** A model that asks for the tool, and tells when it did. */
export interface CallingModel {
  readonly call: ToolCall;
  asked(): void;
}

/** The name of the one call. Letters alone: builds clean it for providers that are strict. */
export const CALL_ID = 'callofonetool';

/**
 * The role of a request in such a turn. `opens`: the turn offers the tool. `opens without`: it offers others.
 * `returns`: it brings the result. `beside`: a request of the tool itself, not of the turn.
 */
export type PartOfTurn = 'opens' | 'opens without' | 'returns' | 'beside';

const named = { name: z.string().optional() };
/** A tool as each API offers it: named itself, or by what it wraps. */
const toolSchema = z.looseObject({
  ...named,
  function: z.looseObject(named).optional(),
  toolSpec: z.looseObject(named).optional(),
  functionDeclarations: z.array(z.looseObject(named)).default([]),
});
const turnSchema = z.looseObject({
  tools: z.array(toolSchema).default([]),
  toolConfig: z.looseObject({ tools: z.array(toolSchema).default([]) }).optional(),
});

export function partOfTurn(body: string, { tool, task }: ToolCall): PartOfTurn {
  const turn = parsedJson(body, turnSchema);
  if (turn && resultsIn(turn).length > 0) return 'returns';
  const tools = toolsIn(turn);
  if (tools.length === 0 || (task && body.includes(task))) return 'beside';
  const names = tools.flatMap(({ functionDeclarations, ...each }) =>
    [each, each.function, each.toolSpec, ...functionDeclarations].map((it) => it?.name?.toLowerCase()),
  );
  // With a subscription of Anthropic builds spell their tools as its own client does (`Read`).
  return names.includes(tool.toLowerCase()) ? 'opens' : 'opens without';
}

/** Whether a request is one of an agent's turn: it offers the agent's tools. */
export function isOfAgent(body: string): boolean {
  return toolsIn(parsedJson(body, turnSchema)).length > 0;
}

const recapSchema = z.looseObject({ previousRecap: z.string(), messages: z.array(z.string()) });

/**
 * Whether a request is for the recap of a session, which a gateway asks for by itself after a turn, at any time: it quotes the
 * session as data.
 *
 * @source openclaw@2026.9.6:docs/web/control-ui/settings.md ("Each session can show a rolling recap")
 */
export function isRecap(body: string): boolean {
  return textsIn(parsedJson(body, z.unknown())).some(
    (text) => text.startsWith('{') && parsedJson(text, recapSchema) !== null,
  );
}

function toolsIn(turn: z.infer<typeof turnSchema> | null): z.infer<typeof toolSchema>[] {
  return [...(turn?.tools ?? []), ...(turn?.toolConfig?.tools ?? [])];
}

/** The texts that a tool gave, of a request that brings them, whatever the API wraps them in. */
export function resultIn(body: string): string {
  return resultsIn(parsedJson(body, z.unknown())).flatMap(textsIn).join('\n');
}

/** The results in a request, as each API marks them. A text that quotes one is a text. */
function resultsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(resultsIn);
  const { type, role } = value as JsonRecord;
  if (type === 'tool_result' || type === 'function_call_output' || role === 'tool') return [value];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'functionResponse' || name === 'toolResult' ? [each] : resultsIn(each),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
