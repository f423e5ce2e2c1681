/** The provider that the `--model` of a media command pins, and that the call of a tool names: a part of explicit-choice. */
import { ownerOf } from '../../observation/credential.ts';
import type { Observation } from '../../observation/observation.ts';
import { MEDIA_PATHS } from '../../paths/paths.ts';
import { pdfTool } from '../../paths/pdf-tool.ts';
import { credentialsHolder, credentialsText, firstCredentials, modelRequests } from '../behaviour.ts';
import { type Judged, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import type { Deviation } from '../violation.ts';

/** Observations of media paths whose command names the model, in a home with a second provider that could be asked in its place. */
export function pinnedByCommand(judged: Judged): Observation[] {
  const { mediaSelection, otherProvider } = judged.value;
  if (mediaSelection !== 'command' || !otherProvider) return [];
  if (!isPromised('infer-command/model-pins-backend', judged.version)) return [];
  return MEDIA_PATHS.flatMap(({ name }) => observed(judged, name) ?? []);
}

/**
 * The observation of a tool whose call names the model, in a home with a second provider that could be asked in its place. No document
 * tells of the image tool's.
 */
export function namedByCall(judged: Judged): Observation | null {
  const { mediaSelection, otherProvider } = judged.value;
  if (mediaSelection !== 'command' || !otherProvider) return null;
  return isPromised('pdf/call-names-model', judged.version) ? (observed(judged, pdfTool.name) ?? null) : null;
}

/** A tool that asks another provider first than its call names: what it asks after a failure, no document says. */
export function againstCallsModel(judged: Judged): Deviation[] {
  const observation = namedByCall(judged);
  if (!observation) return [];
  const { path, model } = observation;
  const sent = firstCredentials(observation) ?? [];
  if (!sent.map(ownerOf).some((owner) => owner !== null && owner !== model.provider)) return [];
  return [
    {
      path,
      reference: null,
      behaviour: `${credentialsHolder(sent)} of a provider that its call does not name`,
      detail: `${path} sends ${credentialsText(sent)}, its call names a model of ${model.provider}`,
    },
  ];
}

/** Media paths that ask a provider with the credential of another one than their command names, be it only after that one failed. */
export function againstCommandsModel(judged: Judged): Deviation[] {
  return pinnedByCommand(judged).flatMap((observation) => {
    const { path, model } = observation;
    const isOfAnother = (owner: string | null) => owner !== null && owner !== model.provider;
    const sent = modelRequests(observation)
      .flatMap(({ credentials }) => credentials)
      .filter((credential) => isOfAnother(ownerOf(credential)));
    if (sent.length === 0) return [];
    return [
      {
        path,
        reference: null,
        behaviour: `${credentialsHolder(sent)} of a provider that its command does not name`,
        detail: `${path} sends ${credentialsText(sent)}, its command names ${model.provider}`,
      },
    ];
  });
}
