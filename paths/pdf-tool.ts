import path from 'node:path';
import { agentTurn, PROMPT, showingTools } from './parts/agent-turn.ts';
import { readText } from './parts/answers.ts';
import { nowhere } from './parts/missing.ts';
import { TOOLS_MODEL } from './parts/models.ts';
import { pdfDocument } from './parts/pdf-document.ts';
import type { Path } from './path.ts';

const DOCUMENT = 'minutes.pdf';

/**
 * The tool of a turn that gives a document to a model, with a credential of its own.
 *
 * @source openclaw@2026.9.6:docs/tools/pdf.md
 */
export const pdfTool: Path<'pdf-tool'> = {
  name: 'pdf-tool',
  drive: agentTurn(`Read ${DOCUMENT} with the pdf tool, and reply with OK.`),
  model: TOOLS_MODEL,
  servedBy: { medium: 'image' },
  missingIn: nowhere,
  needs: {
    plugins: ['document-extract'],
    workspace: { [DOCUMENT]: pdfDocument() },
    settings: (_model, traits) => showingTools(traits),
  },
  turn: {
    call: (workspace, model) => ({
      tool: 'pdf',
      arguments: { pdf: path.join(workspace, DOCUMENT), prompt: PROMPT, ...(model ? { model } : {}) },
    }),
    endsWith: 'result',
    modelDoes: 'the model answers by asking for the `pdf` tool with a document of the workspace.',
  },
  readEnd: readText,
  readReport: null,
  medium: null,
  sharesCode: null,
  comparedFrom: 'first',
  isRepresentative: false,
};
