import { providerListing } from './parts/provider-listing.ts';
import { speech } from './speech.ts';

/** The providers of speech, as a command lists them. */
export const speechProviders = providerListing({ name: 'speech-providers', word: 'tts', of: speech });
