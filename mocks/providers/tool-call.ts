/**
 * A turn in which the model asks for one tool of the agent. It asks if the turn offers the tool; the next request of
 * the turn brings the result. The requests of the tool itself come between them.
 */

/** A tool of the agent, and the arguments that the model gives it. */
export interface ToolCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, string>>;
  /** Whether a request with the result is too long for the model, until the turn has been compacted. */
  readonly overflows?: boolean;
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

/** How each API marks a result. A text that quotes one has its quotation marks escaped. */
const RESULT = /"tool_result"|"function_call_output"|"role"\s*:\s*"tool"|"functionResponse"|"toolResult"/;

export function partOfTurn(body: string, { tool }: ToolCall): PartOfTurn {
  if (RESULT.test(body)) return 'returns';
  if (!/"(tools|toolConfig)"\s*:\s*(\[\s*\{|\{\s*")/.test(body)) return 'beside';
  // With a subscription of Anthropic builds spell their tools as its own client does (`Read`).
  return new RegExp(`"name"\\s*:\\s*"${tool}"`, 'i').test(body) ? 'opens' : 'opens without';
}

/** The texts that a tool gave, of a request that brings them, whatever the API wraps them in. */
export function resultIn(body: string): string {
  return textsOfResults(JSON.parse(body), false).join('\n');
}

function textsOfResults(value: unknown, isResult: boolean): string[] {
  if (typeof value === 'string') return isResult ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { type, role } = value as Readonly<Record<string, unknown>>;
  const isOne = isResult || type === 'tool_result' || type === 'function_call_output' || role === 'tool';
  return Object.entries(value).flatMap(([name, each]) =>
    textsOfResults(each, isOne || name === 'functionResponse' || name === 'toolResult'),
  );
}
