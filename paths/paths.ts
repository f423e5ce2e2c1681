/** The paths, in the order in which they are run and reported: to add one, write its file and a line here. */

import type { Lane } from '../observation/lane.ts';
import { afterHeartbeat } from './after-heartbeat.ts';
import { audio } from './audio.ts';
import { audioProviders } from './audio-providers.ts';
import { authStatus } from './auth-status.ts';
import { chat } from './chat.ts';
import { chatStartup } from './chat-startup.ts';
import { compactCommand } from './compact-command.ts';
import { compaction } from './compaction.ts';
import { completion } from './completion.ts';
import { configView } from './config-view.ts';
import { cronJob } from './cron-job.ts';
import { describedImage } from './described-image.ts';
import { embedding } from './embedding.ts';
import { embeddingProviders } from './embedding-providers.ts';
import { heartbeat } from './heartbeat.ts';
import { httpEmbedding } from './http-embedding.ts';
import { httpResponses } from './http-responses.ts';
import { image } from './image.ts';
import { imageGeneration } from './image-generation.ts';
import { imageGenerationTool } from './image-generation-tool.ts';
import { imageProviders } from './image-providers.ts';
import { imageTool } from './image-tool.ts';
import { inboundImage } from './inbound-image.ts';
import { inboundVoice } from './inbound-voice.ts';
import { memory } from './memory.ts';
import { memoryStatus } from './memory-status.ts';
import { memoryTool } from './memory-tool.ts';
import { modelList } from './model-list.ts';
import { modelListing } from './model-listing.ts';
import type { Path } from './path.ts';
import { pdfTool } from './pdf-tool.ts';
import { probe } from './probe.ts';
import { searchProviders } from './search-providers.ts';
import { searchTool } from './search-tool.ts';
import { setupAgent } from './setup-agent.ts';
import { sideQuestion } from './side-question.ts';
import { socketChat } from './socket-chat.ts';
import { speech } from './speech.ts';
import { speechProviders } from './speech-providers.ts';
import { subagent } from './subagent.ts';
import { telegramAlbum } from './telegram-album.ts';
import { telegramDocument } from './telegram-document.ts';
import { telegramPhoto } from './telegram-photo.ts';
import { telegramPhotoAgain } from './telegram-photo-again.ts';
import { telegramText } from './telegram-text.ts';
import { telegramVoice } from './telegram-voice.ts';
import { usage } from './usage.ts';
import { video } from './video.ts';
import { videoGeneration } from './video-generation.ts';
import { videoProviders } from './video-providers.ts';
import { webSearch } from './web-search.ts';

const LIST = [
  chat,
  completion,
  image,
  imageTool,
  pdfTool,
  compaction,
  audio,
  video,
  embedding,
  memory,
  memoryStatus,
  imageGeneration,
  videoGeneration,
  speech,
  webSearch,
  probe,
  modelListing,
  imageProviders,
  audioProviders,
  videoProviders,
  speechProviders,
  embeddingProviders,
  searchProviders,
  setupAgent,
  usage,
  httpResponses,
  httpEmbedding,
  memoryTool,
  searchTool,
  authStatus,
  modelList,
  chatStartup,
  configView,
  socketChat,
  cronJob,
  subagent,
  heartbeat,
  afterHeartbeat,
  imageGenerationTool,
  inboundImage,
  describedImage,
  inboundVoice,
  telegramText,
  telegramPhoto,
  telegramPhotoAgain,
  telegramAlbum,
  telegramVoice,
  telegramDocument,
  sideQuestion,
  compactCommand,
] as const;

/** The name of a path: what observations, fingerprints and case files call it. */
export type PathName = (typeof LIST)[number]['name'];

/** One of them. */
export type AnyPath = Path<PathName>;

export const PATHS: readonly AnyPath[] = LIST;

/** The commands that read the settings of a medium, one each. */
export const MEDIA_PATHS = PATHS.filter(({ medium, onlyLane }) => medium !== null && !onlyLane);

/** Whether a path asks how much is used, and no model. */
export function asksUsage({ servedBy }: AnyPath): boolean {
  return servedBy === 'those that tell usage';
}

/** Whether a path asks the model of chat as such: no report of usage, and no model of its own. */
export function asksChatsModel(path: AnyPath): boolean {
  return path.model.of === 'chat' && path.model.own === null && !asksUsage(path);
}

/** The paths that a lane can drive. */
export function pathsOfLane(lane: Lane): readonly PathName[] {
  return PATHS.filter(({ onlyLane }) => !onlyLane || onlyLane === lane).map(({ name }) => name);
}

/** The lane in which a run takes a path: its own where one lane alone has it, whatever the lane of the run. */
export function laneOfPath(path: PathName, lane: Lane): Lane {
  return pathOf(path).onlyLane ?? lane;
}

const byName = new Map(PATHS.map((path) => [path.name, path]));

export function pathOf(name: PathName): AnyPath {
  return byName.get(name)!;
}
