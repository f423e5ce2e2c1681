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
/** How long a poll waits for a message; the real API waits as long as it is asked to. */
const POLL_MS = 1000;
const STEP_MS = 25;

export function telegramBot(): TelegramBot {
  let token: string | null = null;
  let updates: object[] = [];
  const files = new Map<string, SentFile>();
  const texts = new Map<number, string>();
  let taken = 0;
  let messages = 0;
  let lastSent = Number.NEGATIVE_INFINITY;
  let hasPolled = false;

  const push = (fields: object): void => {
    messages += 1;
    const message = { message_id: messages, date: Math.floor(Date.now() / 1000), chat: CHAT, from: USER };
    updates.push({ update_id: messages, message: { ...message, ...fields } });
  };

  const fileFields = (file: SentFile): object => {
    const id = `file-${files.size + 1}`;
    files.set(id, file);
    const about = { file_id: id, file_unique_id: id, file_size: file.content.length };
    switch (file.kind) {
      case 'photo':
        return { photo: [{ ...about, width: 90, height: 90 }] };
      case 'voice':
        return { voice: { ...about, duration: 1, mime_type: file.mimeType } };
      case 'document':
        return { document: { ...about, file_name: file.name, mime_type: file.mimeType } };
    }
  };

  const said = (id: number, text: unknown): object => {
    texts.set(id, String(text));
    lastSent = Date.now();
    return { message_id: id, date: 1, chat: CHAT, from: BOT, text };
  };

  const results: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => unknown>> = {
    getMe: () => ({ ...BOT, can_join_groups: false, can_read_all_group_messages: false }),
    getChat: () => CHAT,
    getFile: ({ file_id: id }) => ({ ...fileOf(String(id)), file_path: `media/${String(id)}` }),
    sendMessage: ({ text }) => said(++messages, text),
    editMessageText: ({ message_id: id, text }) => said(Number(id), text),
    getUpdates: async ({ offset }) => {
      hasPolled = true;
      // An offset confirms what came before it.
      taken = Math.max(taken, Number(offset ?? 0) - 1);
      const open = () => updates.filter((each) => (each as { update_id: number }).update_id > taken);
      const deadline = Date.now() + POLL_MS;
      while (open().length === 0 && Date.now() < deadline) await delay(STEP_MS);
      return open();
    },
  };
  const fileOf = (id: string) => ({
    file_id: id,
    file_unique_id: id,
    file_size: files.get(id)?.content.length ?? 0,
  });

  return {
    handlers: [
      http.all(`*://${TELEGRAM_HOST}/*`, async ({ request }) => {
        const [, isFile, sent, what = ''] =
          /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
        if (sent !== token) return failed(401, 'Unauthorized');
        if (!isFile) {
          const result = await results[what]?.(await bodyOf(request));
          return HttpResponse.json({ ok: true, result: result ?? true });
        }
        const file = files.get(what.replace('media/', ''));
        if (!file) return failed(404, 'Not Found');
        const headers = { 'content-type': file.mimeType };
        return new HttpResponse(new Uint8Array(file.content), { headers });
      }),
    ],
    begin(next) {
      token = next;
      updates = [];
      files.clear();
      texts.clear();
      [taken, messages, lastSent, hasPolled] = [0, 0, Number.NEGATIVE_INFINITY, false];
    },
    isPolling: () => hasPolled,
    send({ text, files: sent = [] }) {
      if (sent.length === 0) return push({ text });
      const album = sent.length > 1 ? { media_group_id: `album-${messages}` } : {};
      for (const [index, file] of sent.entries())
        push({ ...fileFields(file), ...album, ...(text && index === 0 ? { caption: text } : {}) });
    },
    texts: () => [...texts.values()],
    quietFor: () => Date.now() - lastSent,
  };
}

function failed(status: number, description: string): HttpResponse<object> {
  return HttpResponse.json({ ok: false, error_code: status, description }, { status });
}

/** The parameters of a call: JSON, a form, or none. */
async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await request.json()) as Record<string, unknown>;
  if (type.includes('form')) return Object.fromEntries(await request.formData());
  return Object.fromEntries(new URL(request.url).searchParams);
}
