import { audio } from './audio.ts';
import { providerListing } from './parts/provider-listing.ts';

/** The providers of transcription, as a command lists them. */
export const audioProviders = providerListing({ name: 'audio-providers', word: 'audio', of: audio });
