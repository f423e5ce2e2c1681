/**
 * Telegram's bot API, as one bot and one user in a private chat.
 *
 * @source https://core.telegram.org/bots/api (getUpdates, getFile, sendMessage)
 */
import { delay, type HttpHandler, HttpResponse, http } from 'msw';

export const TELEGRAM_HOST = 'api.telegram.org';

/** A file that a user sends. */
export interface SentFile {
  readonly kind: 'photo' | 'voice' | 'document';
  readonly name: string;
  readonly mimeType: string;
  readonly content: Buffer;
}

/** A message of the user: a text, one file with an optional text, or several photos at once, which share a text. */
export interface UserMessage {
  readonly text?: string;
  readonly files?: readonly SentFile[];
}

export interface TelegramBot {
  readonly handlers: readonly HttpHandler[];
  /** Forgets everything, and from now on has this token: any other is answered 401. */
  begin(token: string): void;
  /** Whether the bot has begun to ask for messages. */
  isPolling(): boolean;
  /** The user sends a message, which the bot's next poll takes. */
  send(message: UserMessage): void;
  /** The texts that the bot has sent, each as it was edited last. */
  texts(): readonly string[];
  /** Milliseconds since the bot last sent or edited a message; infinite where it never did. */
  quietFor(): number;
}

const USER = { id: 4242, is_bot: false, first_name: 'Ada' };
const CHAT = { id: USER.id, type: 'private', first_name: USER.first_name };
const BOT = { id: 4242777, is_bot: true, first_name: 'Bot', username: 'conformance_bot' };
/** The time for which a poll waits for a message; the real API waits as long as it is asked to. */
const POLL_MS = 1000;
const STEP_MS = 25;

export function telegramBot(): TelegramBot {
  const chat = new PrivateChat();
  return {
    handlers: [http.all(`*://${TELEGRAM_HOST}/*`, ({ request }) => chat.answer(request))],
    begin: (token) => chat.begin(token),
    isPolling: () => chat.hasPolled,
    send: (message) => chat.send(message),
    texts: () => [...chat.texts.values()],
    quietFor: () => Date.now() - chat.lastSent,
  };
}

type CallParameters = Readonly<Record<string, unknown>>;

/** The chat of the user and the bot, as the API keeps it. */
class PrivateChat {
  /** The bot's messages by their ids. */
  readonly texts = new Map<number, string>();
  /** Milliseconds since the epoch. */
  lastSent = Number.NEGATIVE_INFINITY;
  hasPolled = false;
  #token: string | null = null;
  #updates: { readonly update_id: number; readonly message: object }[] = [];
  #confirmed = 0;
  /** Of both sides. The id of a user's message is that of its update, too: ids of updates grow, and may have gaps. */
  #messages = 0;
  readonly #files = new Map<string, SentFile>();

  begin(token: string): void {
    this.#token = token;
    this.#updates = [];
    this.#files.clear();
    this.texts.clear();
    [this.#confirmed, this.#messages] = [0, 0];
    [this.lastSent, this.hasPolled] = [Number.NEGATIVE_INFINITY, false];
  }

  send({ text, files = [] }: UserMessage): void {
    if (files.length === 0) this.#push({ text });
    const album = files.length > 1 ? { media_group_id: `album-${this.#messages}` } : {};
    for (const [index, file] of files.entries())
      this.#push({ ...this.#keep(file), ...album, ...(text && index === 0 ? { caption: text } : {}) });
  }

  async answer(request: Request): Promise<Response> {
    const [, isFile, sent, rest = ''] =
      /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
    if (sent !== this.#token) return failed(401, 'Unauthorized');
    if (!isFile) {
      const result = await this.#call(rest, request);
      return HttpResponse.json({ ok: true, result: result ?? true });
    }
    const file = this.#files.get(rest.replace('media/', ''));
    if (!file) return failed(404, 'Not Found');
    const headers = { 'content-type': file.mimeType };
    return new HttpResponse(new Uint8Array(file.content), { headers });
  }

  /** @returns undefined for a method that has nothing to tell */
  async #call(method: string, request: Request): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return { ...BOT, can_join_groups: false, can_read_all_group_messages: false };
      case 'getChat':
        return CHAT;
      case 'getFile': {
        const { file_id: id } = await bodyOf(request);
        return this.#fileOf(String(id));
      }
      case 'sendMessage': {
        const { text } = await bodyOf(request);
        this.#messages += 1;
        return this.#said(this.#messages, text);
      }
      case 'editMessageText': {
        const { message_id: id, text } = await bodyOf(request);
        return this.#said(Number(id), text);
      }
      case 'getUpdates': {
        const { offset } = await bodyOf(request);
        return this.#poll(Number(offset ?? 0));
      }
      default:
        return undefined;
    }
  }

  /** @param offset confirms what came before it */
  async #poll(offset: number): Promise<object[]> {
    this.hasPolled = true;
    this.#confirmed = Math.max(this.#confirmed, offset - 1);
    const open = () => this.#updates.filter((each) => each.update_id > this.#confirmed);
    const deadline = Date.now() + POLL_MS;
    while (open().length === 0 && Date.now() < deadline) await delay(STEP_MS);
    return open();
  }

  #push(fields: object): void {
    this.#messages += 1;
    const id = this.#messages;
    const message = { message_id: id, date: Math.floor(Date.now() / 1000), chat: CHAT, from: USER };
    this.#updates.push({ update_id: id, message: { ...message, ...fields } });
  }

  #said(id: number, text: unknown): object {
    this.texts.set(id, String(text));
    this.lastSent = Date.now();
    return { message_id: id, date: 1, chat: CHAT, from: BOT, text };
  }

  /** @returns the fields of a message that carries the file */
  #keep(file: SentFile): object {
    const id = `file-${this.#files.size + 1}`;
    this.#files.set(id, file);
    const about = { file_id: id, file_unique_id: id, file_size: file.content.length };
    switch (file.kind) {
      case 'photo':
        return { photo: [{ ...about, width: 90, height: 90 }] };
      case 'voice':
        return { voice: { ...about, duration: 1, mime_type: file.mimeType } };
      case 'document':
        return { document: { ...about, file_name: file.name, mime_type: file.mimeType } };
    }
  }

  #fileOf(id: string): object {
    const size = this.#files.get(id)?.content.length ?? 0;
    return { file_id: id, file_unique_id: id, file_size: size, file_path: `media/${id}` };
  }
}

function failed(status: number, description: string): HttpResponse<object> {
  return HttpResponse.json({ ok: false, error_code: status, description }, { status });
}

/** The parameters of a call: JSON, a form, or none. */
async function bodyOf(request: Request): Promise<CallParameters> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await request.json()) as Record<string, unknown>;
  if (type.includes('form')) return Object.fromEntries(await request.formData());
  return Object.fromEntries(new URL(request.url).searchParams);
}
