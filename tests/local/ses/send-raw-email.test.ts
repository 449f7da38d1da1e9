import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { handClock, mime, send, sesClient } from './ses-kit.ts';

let ses: Ses;
let client: SESClient;

beforeEach(async () => {
  ses = await startSes({ port: 0, maxSendRate: 1_000, clock: handClock() });
  client = sesClient(ses.url);
});

afterEach(async () => {
  client.destroy();
  await ses.close();
});

const invalid = (message: unknown) => ({ name: 'InvalidParameterValue', message, $metadata: { httpStatusCode: 400 } });

test('an accepted mail is kept whole: recipients, sender, subject, headers, tags, text and HTML', async () => {
  const { MessageId } = await send(client, {
    Tags: [
      { Name: 'assignment', Value: '2026-W48_shopify-7' },
      { Name: 'ses:feedback-id-a', Value: 'weekly' },
    ],
  });
  const [mail, ...others] = await ses.readStore();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: ['zoe@example.com'],
    from: 'Stepladder 🪜 <challenge@mail.example.com>',
    subject: 'Wörter zählen 🎈',
    tags: { assignment: '2026-W48_shopify-7', 'ses:feedback-id-a': 'weekly' },
    messageId: MessageId,
    receivedAt: '2026-11-23T09:00:00.000Z',
  });
  expect(mail?.text.trim()).toBe('Hello Zoë');
  expect(mail?.html.trim()).toBe('<p>Hello <b>Zoë</b></p>');
});

test('List-Unsubscribe and List-Unsubscribe-Post arrive under the names and with the values they were sent with', async () => {
  await send(client);
  const [mail] = await ses.readStore();
  expect(mail?.headers).toMatchObject({
    'List-Unsubscribe': '<https://example.com/u?t=token>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Subject: 'Wörter zählen 🎈',
    To: 'Zoë <zoe@example.com>',
  });
});

test('the Destinations are the envelope; MIME To, Cc and Bcc add nobody', async () => {
  const raw = await mime({ to: 'someone@example.com', cc: 'other@example.com' });
  await send(client, { Destinations: ['real@example.com'], RawMessage: { Data: raw } });
  expect((await ses.readStore()).map(({ to }) => to)).toEqual([['real@example.com']]);
});

test('without Destinations the MIME headers name the recipients', async () => {
  const raw = await mime({ to: '"Doe, Jane" <jane@example.com>', cc: 'other@example.com' });
  await send(client, { Destinations: undefined, RawMessage: { Data: raw } });
  const [mail] = await ses.readStore();
  expect(mail?.to).toEqual(['"Doe, Jane" <jane@example.com>', 'other@example.com']);
});

test('the same mail sent twice is two mails with two ids: SES never deduplicates', async () => {
  const Data = await mime();
  const first = await send(client, { RawMessage: { Data } });
  const second = await send(client, { RawMessage: { Data } });
  expect(first.MessageId).toMatch(/^0100[0-9a-f]{12}-[0-9a-f-]{36}-000000$/);
  expect(second.MessageId).not.toBe(first.MessageId);
  expect((await ses.readStore()).map(({ messageId }) => messageId)).toEqual([first.MessageId, second.MessageId]);
});

test('tags given as parameters replace those of the header; without parameters the header counts', async () => {
  const Data = await mime({ headers: { 'X-SES-MESSAGE-TAGS': 'run=header, other=yes' } });
  await send(client, { RawMessage: { Data }, Tags: [{ Name: 'run', Value: 'parameter' }] });
  await send(client, { RawMessage: { Data } });
  expect((await ses.readStore()).map(({ tags }) => tags)).toEqual([
    { run: 'parameter' },
    { run: 'header', other: 'yes' },
  ]);
});

test.each([
  ['a name with a space', 'as signment', 'x'],
  ['an empty name', '', 'x'],
  ['a name with a colon that is not one of the feedback ids', 'ses:feedback-id-c', 'x'],
  ['a value with an address', 'assignment', 'zoe@example.com'],
  ['an empty value', 'assignment', ''],
  ['a value of 257 characters', 'assignment', 'x'.repeat(257)],
])('a tag with %s is refused', async (_what, Name, Value) => {
  await expect(send(client, { Tags: [{ Name, Value }] })).rejects.toMatchObject(invalid(expect.any(String)));
  expect(await ses.readStore()).toEqual([]);
});

test.each([
  ['nobody', "Missing final '@domain'"],
  ['@example.com', 'Missing local name'],
  ['zoe@', 'Missing domain'],
  ['zo e@example.com', 'Local address contains control or whitespace'],
  ['zoë@example.com', 'Local address contains control or whitespace'],
  ['zoe\r\nBcc: evil@example.com', 'Local address contains control or whitespace'],
  ['zoe@exämple.com', 'Domain contains control or whitespace'],
  ['zoe@exa_mple!.com', 'Domain contains illegal character'],
  ['zoe@two@example.com', 'Domain contains illegal character'],
  ['zoe@example..com', 'Domain contains dot-dot'],
  ['zoe@example.com.', 'Domain ends with dot'],
  ['zoe,max@example.com', 'Local address contains illegal character'],
  ['zoe..max@example.com', 'Local address contains dot-dot'],
])('the malformed address %j is refused, and so is everyone else in the call', async (address, message) => {
  const Destinations = ['fine@example.com', address];
  await expect(send(client, { Destinations })).rejects.toMatchObject(invalid(message));
  expect(await ses.readStore()).toEqual([]);
});

test.each([
  `${'x'.repeat(64)}@example.com`,
  'Zoe+week-48@EXAMPLE.com',
  "o'neil@sub.example.co.uk",
  'zoe@xn--exmple-cua.com',
  '"zoe max"@example.com',
  'Zoe <zoe@example.com>',
])('the unusual but valid address %s is taken', async (address) => {
  await expect(send(client, { Destinations: [address] })).resolves.toMatchObject({ MessageId: expect.any(String) });
});

test('the address that SES refuses is MessageRejected, whatever its domain and case', async () => {
  await expect(send(client, { Destinations: ['Refused@shop.example.com'] })).rejects.toMatchObject({
    name: 'MessageRejected',
    $metadata: { httpStatusCode: 400 },
  });
});

test('a call with more than 50 recipients is refused', async () => {
  const Destinations = Array.from({ length: 51 }, (_, index) => `n${index}@example.com`);
  await expect(send(client, { Destinations })).rejects.toMatchObject(invalid('Recipient count exceeds 50.'));
});

test('a message is taken up to 10 MB and refused above', async () => {
  const head = 'Subject: large\r\n\r\n';
  const lines = `${'x'.repeat(998)}\r\n`.repeat(10_486);
  const Data = Buffer.from((head + lines).slice(0, 10 * 1024 * 1024));
  await send(client, { RawMessage: { Data } });
  const larger = Buffer.concat([Data, Buffer.from('y')]);
  await expect(send(client, { RawMessage: { Data: larger } })).rejects.toMatchObject(
    invalid("Message length is more than 10485760 bytes long: '10485761'."),
  );
});

test.each([
  ['is empty', '', /missing/],
  ['has a line of 1,001 bytes', `Subject: a\r\n\r\n${'x'.repeat(999)}\r\n`, /longer than 1000 bytes/],
  ['has List-Unsubscribe twice', 'List-Unsubscribe: <a>\r\nlist-unsubscribe: <b>\r\n\r\nhello', /Duplicate header/],
])('a message that %s is refused', async (_what, raw, message) => {
  const refused = send(client, { RawMessage: { Data: Buffer.from(raw) } });
  await expect(refused).rejects.toMatchObject(invalid(expect.stringMatching(message)));
});

test('a line of 1,000 bytes with its line break is taken', async () => {
  const Data = Buffer.from(`Subject: a\r\n\r\n${'x'.repeat(998)}\r\n`);
  await expect(send(client, { RawMessage: { Data } })).resolves.toMatchObject({ MessageId: expect.any(String) });
});

test('a listener hears of each mail when it is kept, until it stops listening', async () => {
  const heard: string[] = [];
  const stop = ses.onSend(async ({ messageId, to, tags }) => {
    expect((await ses.readStore()).at(-1)?.messageId).toBe(messageId);
    heard.push(`${to} ${tags.run}`);
  });
  await send(client, { Tags: [{ Name: 'run', Value: '2026-W48' }] });
  expect(heard).toEqual(['zoe@example.com 2026-W48']);
  stop();
  await send(client);
  expect(heard).toHaveLength(1);
});

test('the answer waits for the listener', async () => {
  const heard = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  ses.onSend(() => {
    heard.resolve();
    return gate.promise;
  });
  let isAnswered = false;
  const sending = send(client).then(() => {
    isAnswered = true;
  });
  await heard.promise;
  // A whole other call is answered meanwhile, so an answer that did not wait would be here too.
  await client.send(new GetSendQuotaCommand({}));
  expect(isAnswered).toBe(false);
  gate.resolve();
  await sending;
});
