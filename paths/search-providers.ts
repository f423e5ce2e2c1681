import { providerListing } from './parts/provider-listing.ts';
import { webSearch } from './web-search.ts';

/** The providers of web search, as a command lists them. */
export const searchProviders = providerListing({ name: 'search-providers', word: 'web', of: webSearch });
