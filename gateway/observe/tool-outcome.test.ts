import { describe, expect, it } from 'vitest';
import type { PathName } from '../../paths/paths.ts';
import { pathOf } from '../../paths/paths.ts';
import { outcomeOfTool } from './tool-outcome.ts';

const toolCallOf = (name: PathName, workspace: string) => pathOf(name).turn?.call(workspace) ?? null;
const turn = { offered: true, result: null, endsWithTool: true };

describe('a path that is a part of a turn', () => {
  it('is asked for with the file in the workspace; no other path is', () => {
    expect(toolCallOf('image-tool', '/home/workspace')).toMatchObject({
      tool: 'image',
      arguments: { image: '/home/workspace/photo.png' },
    });
    expect(toolCallOf('pdf-tool', '/home/workspace')).toMatchObject({
      tool: 'pdf',
      arguments: { pdf: '/home/workspace/minutes.pdf' },
    });
    expect(toolCallOf('chat', '/home/workspace')).toBeNull();
  });

  it('reads a text, after which the turn is too long, where it is about compaction', () => {
    expect(toolCallOf('compaction', '/home/workspace')).toEqual({
      tool: 'read',
      arguments: { path: '/home/workspace/minutes.md' },
      overflows: true,
    });
    expect(outcomeOfTool({ ...turn, result: 'The hedge', endsWithTool: false }, [])).toBeNull();
  });

  it('is neither right nor wrong where the turn was not answered: that is what chat does', () => {
    expect(outcomeOfTool({ ...turn, offered: null }, [])).toMatchObject({ class: 'no-turn' });
  });

  it('has nothing to choose from where the turn does not offer it', () => {
    expect(outcomeOfTool({ ...turn, offered: false }, [])).toMatchObject({ class: 'nothing-selected' });
  });

  it('ends as the tool says', () => {
    const ended = (result: string) => outcomeOfTool({ ...turn, result }, []);
    expect(ended('OK')).toEqual({ kind: 'answer' });
    expect(ended('{"status":"error","error":"No API key resolved for provider \\"x\\""}')).toMatchObject({
      class: 'no-credential',
    });
    expect(ended('{"error":"No image model is configured."}')).toMatchObject({ class: 'nothing-selected' });
  });

  it('is neither right nor wrong where the build lacks what reads the document', () => {
    const result = '{"status":"error","error":"Document extraction failed for application/pdf"}';
    expect(outcomeOfTool({ ...turn, result }, [])).toMatchObject({ kind: 'unsupported' });
  });

  it('is left to the end of the command where nothing came back', () => {
    expect(outcomeOfTool(turn, [])).toBeNull();
  });
});
