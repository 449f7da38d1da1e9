// Takes each request to what answers it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SesAccount } from './account.ts';
import { getAccount } from './get-account.ts';
import { mailboxPage } from './page/mailbox-page.ts';
import { answerQuery } from './query-protocol.ts';
import { queryReply } from './query-reply.ts';
import { rawMessage } from './raw-message.ts';
import { readBody } from './read-body.ts';
import type { Reply } from './reply.ts';
import { SesError } from './ses-error.ts';
import { setFaults } from './set-faults.ts';
import { writeStore } from './write-store.ts';

type Handler = (url: URL, request: IncomingMessage, account: SesAccount) => Reply | 'drop' | Promise<Reply | 'drop'>;

const HANDLERS: Record<string, Handler> = {
  'POST /': async (_url, request, account) => {
    const body = await readBody(request);
    if (body === undefined) return queryReply('', new SesError('RequestEntityTooLarge', 'Request is too large.', 413));
    return answerQuery({ authorization: request.headers.authorization, form: new URLSearchParams(body) }, account);
  },
  'GET /v2/email/account': (_url, { headers }, account) => getAccount(headers.authorization, account),
  'GET /': (url, _request, account) => mailboxPage(url.searchParams, account),
  'GET /health': (_url, _request, { store, topic }) =>
    json(200, { status: 'ok', mails: store.count(), ...(topic ? { events: topic.counts() } : {}) }),
  'GET /faults': (_url, _request, account) => json(200, account.faults.current()),
  'POST /faults': async (_url, request, account) => setFaults((await readBody(request)) ?? '', account.faults),
  'POST /clear': (_url, _request, account) => {
    account.store.clear();
    return json(200, { mails: 0 });
  },
};

/** Never throws: a failure inside the stand-in is a 500, as SES words it, and a line on the console. */
export async function route(request: IncomingMessage, response: ServerResponse, account: SesAccount): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    if (request.method === 'GET' && url.pathname === '/store') return await writeStore(account.store, response);
    const handler = HANDLERS[`${request.method} ${url.pathname}`];
    const reply = handler ? await handler(url, request, account) : otherwise(url, request, account);
    if (reply === 'drop') response.destroy();
    else write(reply, response);
  } catch (error) {
    // The caller hung up: nobody waits for an answer.
    if (request.errored || response.destroyed) return;
    console.error('The SES stand-in failed:', error instanceof Error ? error.stack : error);
    if (response.headersSent) response.destroy();
    else write(queryReply('', new SesError('InternalFailure', 'The stand-in failed; see its console.', 500)), response);
  }
}

function otherwise(url: URL, request: IncomingMessage, account: SesAccount): Reply {
  const messageId = /^\/mail\/([^/]+)\.eml$/.exec(url.pathname)?.[1];
  const mail = messageId && request.method === 'GET' ? account.store.find(messageId) : undefined;
  if (mail) return { status: 200, contentType: 'message/rfc822', body: rawMessage(mail) };
  if (request.method === 'GET' && url.pathname === account.topic?.certificatePath)
    return { status: 200, contentType: 'application/x-pem-file', body: account.topic.certificate };
  return json(404, { error: 'nothing is here' });
}

function json(status: number, value: unknown): Reply {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

function write(reply: Reply, response: ServerResponse): void {
  const body = Buffer.from(reply.body);
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...reply.headers };
  response.writeHead(reply.status, { ...headers, 'content-type': reply.contentType, 'content-length': body.length });
  response.end(body);
}
