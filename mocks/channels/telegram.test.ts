import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { TELEGRAM_HOST, telegramBot } from './telegram.ts';

const TOKEN = '4242777:AAtoken';
const PHOTO = Buffer.from('photo');

function aBot() {
  const bot = telegramBot();
  bot.begin(TOKEN);
  const call = async (method: string, body: object = {}, token = TOKEN) => {
    const request = new Request(`https://${TELEGRAM_HOST}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await getResponse([...bot.handlers], request))!;
  };
  const result = async (method: string, body: object = {}) => {
    const { result: given } = (await (await call(method, body)).json()) as { result: unknown };
    return given;
  };
  return { bot, call, result };
}

describe('a bot of Telegram', () => {
  it('is told of a message until it confirms it by the next offset', async () => {
    const { bot, result } = aBot();
    bot.send({ text: 'hello' });
    expect(await result('getUpdates')).toMatchObject([{ update_id: 1, message: { text: 'hello' } }]);
    expect(await result('getUpdates', { offset: 1 })).toHaveLength(1);
    expect(await result('getUpdates', { offset: 2 })).toEqual([]);
    expect(bot.isPolling()).toBe(true);
  });

  it('gets two photos at once as messages of one album, and their bytes by id', async () => {
    const { bot, result, call } = aBot();
    const file = { kind: 'photo', name: 'a.png', mimeType: 'image/png', content: PHOTO } as const;
    bot.send({ text: 'two', files: [file, file] });
    const updates = (await result('getUpdates')) as { message: Record<string, unknown> }[];
    expect(updates.map(({ message }) => message.media_group_id)).toEqual(['album-0', 'album-0']);
    expect(updates.map(({ message }) => message.caption)).toEqual(['two', undefined]);
    expect(await result('getFile', { file_id: 'file-2' })).toMatchObject({ file_path: 'media/file-2' });
    const get = new Request(`https://${TELEGRAM_HOST}/file/bot${TOKEN}/media/file-2`);
    const bytes = await (await getResponse([...bot.handlers], get))!.arrayBuffer();
    expect(Buffer.from(bytes)).toEqual(PHOTO);
    expect((await call('getMe', {}, 'another')).status).toBe(401);
  });

  it('has said what it sent, as it was edited last, and forgets it with a new token', async () => {
    const { bot, result } = aBot();
    const { message_id: id } = (await result('sendMessage', { text: 'O' })) as { message_id: number };
    await result('editMessageText', { message_id: id, text: 'OK' });
    expect(bot.texts()).toEqual(['OK']);
    expect(bot.quietFor()).toBeLessThan(60_000);
    bot.begin('2:B');
    expect(bot.texts()).toEqual([]);
    expect(bot.isPolling()).toBe(false);
  });
});
