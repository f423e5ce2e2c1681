import { embedding } from './embedding.ts';
import { providerListing } from './parts/provider-listing.ts';

/** The providers of embeddings, as a command lists them. */
export const embeddingProviders = providerListing({
  name: 'embedding-providers',
  word: 'embedding',
  of: embedding,
});
