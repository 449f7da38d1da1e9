import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import type { OutgoingMail } from '../../functions/mail/mailer.ts';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import { startSes } from '../../local/ses/start-ses.ts';
import { testConfig } from '../kit/test-config.ts';

const mail: OutgoingMail = {
  to: 'ada@example.com',
  mime: Buffer.from('Subject: Hello\r\n\r\nHello ü=&\r\n'),
  tags: { run: 'x' },
};
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A server that answers as told; gives its address and the bodies that came. */
async function serve(answer: RequestListener): Promise<{ url: string; bodies: URLSearchParams[]; server: Server }> {
  const bodies: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    bodies.push(new URLSearchParams(Buffer.concat(chunks).toString()));
    server.emit('arrived');
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, bodies, server };
}

const mailerAt = (sesEndpoint: string) => sesMailer(testConfig({ sesEndpoint, sesConfigurationSet: 'weekly' }));

test('one call names the sender, one recipient, the message byte for byte, the tags and the configuration set', async () => {
  const { url, bodies } = await serve((_, response) => response.end());
  await mailerAt(url).send(mail);
  expect(Object.fromEntries(bodies[0] ?? [])).toEqual({
    Action: 'SendRawEmail',
    Version: '2010-12-01',
    Source: 'challenge@weekly.example.com',
    'Destinations.member.1': 'ada@example.com',
    'RawMessage.Data': Buffer.from(mail.mime).toString('base64'),
    'Tags.member.1.Name': 'run',
    'Tags.member.1.Value': 'x',
    ConfigurationSetName: 'weekly',
  });
});

test('an answer without a message id is unknown: SES may have taken the mail', async () => {
  const { url, bodies } = await serve((_, response) => response.end());
  expect(await mailerAt(url).send(mail)).toEqual({ kind: 'unknown', error: 'NoMessageId' });
  expect(bodies).toHaveLength(1);
});

test('an answer cut off in the middle is unknown', async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '500' });
    response.write('<SendRawEmailResponse><SendRawEmailResult><MessageId>abc');
    setImmediate(() => response.destroy());
  });
  expect(await mailerAt(url).send(mail)).toMatchObject({ kind: 'unknown' });
});

test('a page of somebody between, instead of an answer, is unknown', async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<html><body>Bad gateway</body></html>');
  });
  expect(await mailerAt(url).send(mail)).toMatchObject({ kind: 'unknown' });
});

test('a request without an answer ends after 15 seconds as unknown, and is not repeated', async () => {
  const { url, bodies, server } = await serve(() => {});
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const arrived = once(server, 'arrived');
  const sending = mailerAt(url).send(mail);
  await arrived;
  let ended = false;
  void sending.then(() => {
    ended = true;
  });
  await vi.advanceTimersByTimeAsync(14_900);
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(await sending).toEqual({ kind: 'unknown', error: 'TimeoutError' });
  expect(bodies).toHaveLength(1);
});

test('a server that does not listen is the network, surely unsent', async () => {
  const ses = await startSes({ port: 0 });
  await ses.close();
  expect(await mailerAt(ses.url).send(mail)).toMatchObject({ kind: 'unsent', because: 'network' });
  expect(await mailerAt(ses.url).quota()).toMatchObject({ kind: 'unavailable' });
});

test('an address that SES does not take is refused', async () => {
  const ses = await startSes({ port: 0 });
  closing.push(() => ses.close());
  const mailer = mailerAt(ses.url);
  for (const to of ['no-address', 'zoë@example.com', 'a..b@example.com']) {
    expect(await mailer.send({ ...mail, to })).toEqual({
      kind: 'refused',
      code: 'ADDRESS_REFUSED',
      error: 'InvalidParameterValue',
    });
  }
});

test('a quota that the key may not read is the account’s fault; half a quota is none', async () => {
  const denied = await serve((_, response) => {
    response.writeHead(403, { 'content-type': 'text/xml' });
    response.end(
      '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>',
    );
  });
  expect(await mailerAt(denied.url).quota()).toMatchObject({ kind: 'account', error: 'AccessDenied' });
  const half = await serve((_, response) =>
    response.end(
      '<GetSendQuotaResponse><GetSendQuotaResult><MaxSendRate>14.0</MaxSendRate></GetSendQuotaResult></GetSendQuotaResponse>',
    ),
  );
  expect(await mailerAt(half.url).quota()).toEqual({ kind: 'unavailable', error: 'NoQuota' });
});
