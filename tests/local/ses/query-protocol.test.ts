import {
  GetAccountSendingEnabledCommand,
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  type SESClient,
} from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { send, sesClient } from './ses-kit.ts';

let ses: Ses;
let client: SESClient;

beforeEach(async () => {
  ses = await startSes({ port: 0 });
  client = sesClient(ses.url);
});

afterEach(async () => {
  client.destroy();
  await ses.close();
});

test('a new account reports the quota of a new production account', async () => {
  const quota = await client.send(new GetSendQuotaCommand({}));
  expect(quota).toMatchObject({ MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 0 });
});

test('the quota counts the recipients that were accepted, not the calls and not the refused', async () => {
  await send(client, { Destinations: ['one@example.com', 'two@example.com'] });
  await send(client);
  await expect(send(client, { Destinations: ['refused@example.com'] })).rejects.toThrow();
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ SentLast24Hours: 3 });
});

test('limits changed from code are the limits the account reports', async () => {
  ses.setLimits({ maxSendRate: 0.5, max24HourSend: -1 });
  const quota = await client.send(new GetSendQuotaCommand({}));
  expect(quota).toMatchObject({ MaxSendRate: 0.5, Max24HourSend: -1 });
});

test('sending is enabled until the account is paused', async () => {
  expect(await client.send(new GetAccountSendingEnabledCommand({}))).toMatchObject({ Enabled: true });
  ses.setFaults({ pause: {} });
  expect(await client.send(new GetAccountSendingEnabledCommand({}))).toMatchObject({ Enabled: false });
});

test('an action that the stand-in does not know is answered with InvalidAction', async () => {
  await expect(client.send(new ListIdentitiesCommand({}))).rejects.toMatchObject({
    name: 'InvalidAction',
    message: 'Could not find operation ListIdentities for version 2010-12-01',
    $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), attempts: 1 },
  });
});

test('an error is XML that names its type, code and request', async () => {
  const headers = { authorization: `AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b, Signature=${'0'.repeat(64)}` };
  const body = new URLSearchParams({ Action: '<&">', Version: '2010-12-01' });
  const response = await fetch(ses.url, { method: 'POST', headers, body });
  expect(response.headers.get('content-type')).toBe('text/xml');
  expect(await response.text()).toMatch(
    /^<ErrorResponse xmlns="http:\/\/ses\.amazonaws\.com\/doc\/2010-12-01\/">\s*<Error><Type>Sender<\/Type><Code>InvalidAction<\/Code><Message>Could not find operation &lt;&amp;&quot;&gt; for version 2010-12-01<\/Message><\/Error>\s*<RequestId>[0-9a-f-]{36}<\/RequestId>/,
  );
});

test.each([
  ['no Authorization header', undefined, 403, 'MissingAuthenticationToken'],
  ['an Authorization header of another kind', 'Bearer token', 400, 'IncompleteSignature'],
])('a call with %s is refused before anything else', async (_what, authorization, status, code) => {
  const body = new URLSearchParams({ Action: 'SendRawEmail', Version: '2010-12-01' });
  const headers: Record<string, string> = authorization ? { authorization } : {};
  const response = await fetch(ses.url, { method: 'POST', headers, body });
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(`<Code>${code}</Code>`);
  expect(await ses.readStore()).toEqual([]);
});

test('a taken port is an error that names it', async () => {
  await expect(startSes({ port: ses.port })).rejects.toMatchObject({ code: 'EADDRINUSE', port: ses.port });
});
