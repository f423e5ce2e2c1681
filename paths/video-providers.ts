import { providerListing } from './parts/provider-listing.ts';
import { videoGeneration } from './video-generation.ts';

/** The providers of video generation, as a command lists them. */
export const videoProviders = providerListing({
  name: 'video-providers',
  word: 'video',
  of: videoGeneration,
});
