/** A kind of input besides text. */
export type Medium = 'image' | 'audio' | 'video';

/** Kinds of models that a provider may have besides its chat models. */
export type OwnModel =
  | 'image'
  | 'audio'
  | 'embedding'
  | 'image-generation'
  | 'video-generation'
  | 'speech'
  | 'web-search';
