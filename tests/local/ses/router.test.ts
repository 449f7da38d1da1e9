import type { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { mime, send, sesClient } from './ses-kit.ts';

let ses: Ses;
let client: SESClient;

beforeEach(async () => {
  ses = await startSes({ port: 0, maxSendRate: 1_000 });
  client = sesClient(ses.url);
});

afterEach(async () => {
  client.destroy();
  await ses.close();
});

const get = (path: string) => fetch(ses.url + path);
const post = (path: string, body?: string) => fetch(ses.url + path, { method: 'POST', body: body ?? null });

test('GET /store is the array that code reads, oldest first', async () => {
  expect(await (await get('/store')).json()).toEqual([]);
  await send(client, { Destinations: ['first@example.com'] });
  await send(client, { Destinations: ['second@example.com'] });
  const store: unknown = await (await get('/store')).json();
  expect(store).toEqual(await ses.readStore());
  expect(store).toMatchObject([{ to: ['first@example.com'] }, { to: ['second@example.com'] }]);
});

test.each([
  ['an empty header', 'Subject:\r\n\r\n', { Subject: '' }],
  ['no header at all', '\r\n', {}],
  ['the same header twice', 'A: 1\r\nA: 2\r\n\r\n', { A: '1\n2' }],
  ['a header named like a property of every object', 'constructor: y\r\n\r\n\u0000\ufffd', { constructor: 'y' }],
  ['a folded and encoded header', 'Subject: =?utf-8?Q?W=C3=B6?=\r\n =?utf-8?Q?rter?=\r\n\r\n', { Subject: 'Wörter' }],
])('a mail with %s is one readable entry of the store', async (_what, raw, headers) => {
  await send(client, { RawMessage: { Data: Buffer.from(raw) } });
  const store = await ses.readStore();
  expect(store.map((mail) => Object.entries(mail.headers))).toEqual([Object.entries(headers)]);
});

test('GET /mail/<id>.eml gives the message back byte for byte', async () => {
  const Data = await mime({ attachments: [{ filename: 'bytes', content: Buffer.from([0, 128, 255, 10, 13]) }] });
  const { MessageId } = await send(client, { RawMessage: { Data } });
  const response = await get(`/mail/${MessageId}.eml`);
  expect(response.headers.get('content-type')).toBe('message/rfc822');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(Data);
});

test('POST /clear empties the store', async () => {
  await send(client);
  expect((await post('/clear')).status).toBe(200);
  expect(await ses.readStore()).toEqual([]);
});

test('GET /health says how many mails are kept', async () => {
  await send(client);
  expect(await (await get('/health')).json()).toEqual({ status: 'ok', mails: 1 });
});

test('POST /faults switches faults, GET /faults shows what is left of them, an empty object clears them', async () => {
  const faults = { throttle: { times: 2, to: 'zoe@example.com' }, delay: { milliseconds: 1 } };
  expect(await (await post('/faults', JSON.stringify(faults))).json()).toEqual(faults);
  await expect(send(client)).rejects.toMatchObject({ name: 'Throttling' });
  expect(await (await get('/faults')).json()).toMatchObject({ throttle: { times: 1 } });
  expect(await (await post('/faults', '{}')).json()).toEqual({});
  await expect(send(client)).resolves.toBeDefined();
});

test.each([
  ['{"throttle":{"times":0}}', 'throttle.times'],
  ['{"throttle":{"times":1.5}}', 'throttle.times'],
  ['{"delay":{}}', 'delay.milliseconds'],
  ['{"delay":{"milliseconds":"5"}}', 'delay.milliseconds'],
  ['{"reject":{"to":7}}', 'reject.to'],
  ['{"pause":true}', 'pause'],
  ['{"thrott1e":{}}', 'thrott1e'],
  ['[]', 'body'],
  ['{not json', 'body'],
  ['', 'body'],
])('POST /faults with %s is a 400 that names %s and changes nothing', async (body, field) => {
  ses.setFaults({ reject: { to: 'zoe@example.com' } });
  const response = await post('/faults', body);
  expect(response.status).toBe(400);
  expect(JSON.stringify(await response.json())).toContain(field);
  expect(await (await get('/faults')).json()).toEqual({ reject: { to: 'zoe@example.com' } });
});

test.each([
  ['GET', '/nowhere'],
  ['GET', '/mail/unknown.eml'],
  ['GET', '/clear'],
  ['DELETE', '/'],
  ['GET', '/constructor'],
])('%s %s is a 404 and changes nothing', async (method, path) => {
  await send(client);
  expect((await fetch(ses.url + path, { method })).status).toBe(404);
  expect(await ses.readStore()).toHaveLength(1);
});

test('closing ends open connections and frees the port', async () => {
  await send(client);
  await ses.close();
  const again = await startSes({ port: ses.port });
  await again.close();
});
