/**
 * GitHub Copilot: a GitHub token, which buys a short-lived one of Copilot's
 * (openclaw@2026.9.6:docs/providers/github-copilot.md, "Token storage").
 */
import { hash } from 'node:crypto';
import { bundled } from './builds.ts';
import { provider } from './provider.ts';

export const githubCopilot = provider({
  id: 'github-copilot',
  family: 'copilot',
  // A family of one provider, with code of its own.
  weight: 3,
  // Later builds read one of its variables alone, and send GitHub's own token.
  builds: bundled('2026.8.1'),
  firstBuilds: { embedding: '2026.4.15' },
  api: 'openai-responses',
  dialect: 'github-copilot',
  serviceHosts: ['api.github.com'],
  baseUrl: 'https://api.individual.githubcopilot.com',
  environmentVariables: ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'],
  rankedVariables: ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'],
  keyPrefix: 'gho_',
  exchange: {
    given: copilotToken,
    // A build keeps the exchanged token for as long as it is valid.
    keptIn: /credentials\/github-copilot\.token\.json$/,
  },
  models: ['gpt-5.4', 'gpt-5.4-mini'],
  ownModels: { embedding: 'text-embedding-3-small' },
  profileTypes: ['token'],
  usage: { of: 'any', hosts: ['api.github.com'] },
  // GitHub itself is asked, with its own token.
  ownHeaders: ['usage'],
  ownAddresses: ['usage'],
});

/** A Copilot token names the host that takes it. */
function copilotToken(text: string): string {
  const id = hash('sha256', text).slice(0, 32);
  return `tid=${id};exp=4102444800;sku=individual;proxy-ep=proxy.individual.githubcopilot.com`;
}
