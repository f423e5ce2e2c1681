import { imageGeneration } from './image-generation.ts';
import { providerListing } from './parts/provider-listing.ts';

/** The providers of image generation, as a command lists them. */
export const imageProviders = providerListing({
  name: 'image-providers',
  word: 'image',
  of: imageGeneration,
});
