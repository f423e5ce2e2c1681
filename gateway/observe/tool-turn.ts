/** Reads from a turn the tool that its model asks for. */
import type { ReceivedRequest } from '../../mocks/network/loopback-server.ts';
import { partOfTurn, resultIn, type ToolCall } from '../../mocks/providers/tool-call.ts';

export interface ToolTurn {
  /** Whether the turn offered the tool and was asked for it; null: no turn was answered. */
  offered: boolean | null;
  /** The result of the tool; null: nothing came back. */
  result: string | null;
  /** Whether the path ends with what the tool gave, and not with a turn that is compacted, or that the tool started. */
  readonly endsWithTool: boolean;
}

/** Whether a model's request is one of the turn's own; notes what it tells of the tool. */
export function isOfTurn(turn: ToolTurn, call: ToolCall, { body }: ReceivedRequest, status: number): boolean {
  const text = body.toString('utf8');
  const part = partOfTurn(text, call);
  // A turn does not take its tool back; 2026.7.1-2 gives OpenAI's own search to whatever asks its models.
  if (part === 'beside' || (part === 'opens without' && turn.offered)) return false;
  if (part === 'returns') turn.result = resultIn(text);
  // A turn that was refused says nothing of what it offers.
  else if (part === 'opens without' && status === 200) turn.offered = false;
  return true;
}
