// Writes the kept mails as one JSON array, a mail at a time: a full store would not fit in one string.
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MailStore } from './mail-store.ts';
import { readMail } from './read-mail.ts';

/** Oldest first. Rejects when the reader goes away before the end. */
export async function writeStore(store: MailStore, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  await pipeline(Readable.from(jsonOf(store)), response);
}

async function* jsonOf(store: MailStore): AsyncGenerator<string> {
  let separator = '[';
  for (const mail of store.all()) {
    yield `${separator}${JSON.stringify(await readMail(mail))}`;
    separator = ',\n';
  }
  yield separator === '[' ? '[]' : ']';
}
