import { EVERY_BUILD } from './builds.ts';
import { provider } from './provider.ts';

/**
 * The project and the location, which its users state whatever the credential is: the address is made of them.
 *
 * @source openclaw@2026.9.6: the plugin manifest of google (`authEvidence`)
 */
export const VERTEX_VARIABLES = {
  GOOGLE_CLOUD_PROJECT: 'case-project',
  GOOGLE_CLOUD_LOCATION: 'us-central1',
} as const;

/** @source Vertex AI, "Google model endpoint locations" */
const REGIONS = [
  ...['us-central1', 'us-east1', 'us-east4', 'us-east5', 'us-south1', 'us-west1', 'us-west4'],
  ...['northamerica-northeast1', 'southamerica-east1', 'australia-southeast1'],
  ...['europe-central2', 'europe-north1', 'europe-southwest1', 'europe-west1', 'europe-west2'],
  ...['europe-west3', 'europe-west4', 'europe-west6', 'europe-west8', 'europe-west9'],
  ...['asia-east1', 'asia-east2', 'asia-northeast1', 'asia-northeast3', 'asia-south1', 'asia-southeast1'],
  ...['me-central1', 'me-central2', 'me-west1'],
];

/** Gemini in Google's cloud: a key, or Google's default credentials (openclaw@2026.9.6:docs/providers/google.md). */
export const googleVertex = provider({
  id: 'google-vertex',
  family: 'google-cloud',
  // No other provider takes Google's files: with a weight of 1, five hundred cases have one alone once or not at all.
  weight: 3,
  // Run on 2026.3.13, 2026.4.24, 2026.5.22, 2026.6.11, 2026.8.1 and 2026.9.6.
  builds: EVERY_BUILD,
  plugin: 'google',
  api: 'google-vertex',
  hosts: [
    ...REGIONS.map((region) => `${region}-aiplatform.googleapis.com`),
    // The location `global`, and keys without a location.
    'aiplatform.googleapis.com',
    'aiplatform.us.rep.googleapis.com',
    'aiplatform.eu.rep.googleapis.com',
  ],
  serviceHosts: ['oauth2.googleapis.com', 'www.googleapis.com', 'metadata.google.internal'],
  baseUrl: 'https://us-central1-aiplatform.googleapis.com',
  otherRoots: ['/v1beta1'],
  credentials: 'google-cloud',
  environmentVariables: ['GOOGLE_CLOUD_API_KEY'],
  keyPrefix: 'AIzaSy',
  tokens: { prefix: 'ya29.', variables: [], refusedAs: 'x-goog-api-key' },
  models: ['gemini-2.5-flash', 'gemini-2.5-pro'],
  profileTypes: ['api_key', 'token'],
});
