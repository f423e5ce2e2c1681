import path from 'node:path';
import { PNG } from '../mocks/providers/generated-media.ts';
import { agentTurn, PROMPT, showingTools } from './parts/agent-turn.ts';
import { readText } from './parts/answers.ts';
import { TOOLS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

const PICTURE = 'photo.png';

/** The tool of a turn that asks an image model of its own, with a credential of its own. */
export const imageTool: Path<'image-tool'> = {
  name: 'image-tool',
  drive: agentTurn(`Look at ${PICTURE} with the image tool, and reply with OK.`),
  model: TOOLS_MODEL,
  servedBy: { medium: 'image' },
  // openclaw@2026.9.6:docs/tools/index.md, `view_image`: the picture is loaded into the turn itself.
  missingIn: ({ traits }) =>
    traits.hasImageTool ? null : 'a turn looks at a picture with its own model from 2026.8.1 on',
  needs: {
    workspace: { [PICTURE]: Buffer.from(PNG, 'base64') },
    settings: (_model, traits) => showingTools(traits),
  },
  turn: {
    call: (workspace, model) => ({
      tool: 'image',
      arguments: { image: path.join(workspace, PICTURE), prompt: PROMPT, ...(model ? { model } : {}) },
    }),
    endsWith: 'result',
    modelDoes: 'the model answers by asking for the `image` tool with a picture of the workspace.',
  },
  readEnd: readText,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
