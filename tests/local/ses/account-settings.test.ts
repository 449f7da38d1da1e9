import {
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
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

const Identities = ['mail.example.com', 'other.example.com'];

test('only identities that the account has are told, with all that the client reads', async () => {
  const [verification, dkim, mailFrom] = await Promise.all([
    client.send(new GetIdentityVerificationAttributesCommand({ Identities })),
    client.send(new GetIdentityDkimAttributesCommand({ Identities })),
    client.send(new GetIdentityMailFromDomainAttributesCommand({ Identities })),
  ]);
  expect(verification.VerificationAttributes).toEqual({ 'mail.example.com': { VerificationStatus: 'Success' } });
  expect(dkim.DkimAttributes).toEqual({
    'mail.example.com': {
      DkimEnabled: true,
      DkimVerificationStatus: 'Success',
      DkimTokens: ['tokenone', 'tokentwo', 'tokenthree'],
    },
  });
  expect(mailFrom.MailFromDomainAttributes).toEqual({
    'mail.example.com': {
      MailFromDomain: 'bounce.mail.example.com',
      MailFromDomainStatus: 'Success',
      BehaviorOnMXFailure: 'UseDefaultValue',
    },
  });
});

test('an account without identities answers with none', async () => {
  ses.changeSettings({ identities: {} });
  const answer = await client.send(new GetIdentityVerificationAttributesCommand({ Identities }));
  expect(answer.VerificationAttributes).toEqual({});
});

test('an action that the key may not call is refused, and no other', async () => {
  ses.changeSettings({ deniedActions: ['GetSendQuota'] });
  await expect(client.send(new GetSendQuotaCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
  });
  await expect(send(client)).resolves.toMatchObject({ MessageId: expect.any(String) });
});

test('a key that is none of the account’s may call nothing', async () => {
  ses.changeSettings({ refusesKey: true });
  await expect(send(client)).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  expect(await ses.readStore()).toEqual([]);
});
