import {
  DescribeConfigurationSetCommand,
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

test('event destinations are told only where they are asked for', async () => {
  const events = ['bounce' as const, 'send' as const];
  ses.changeSettings({ configurationSets: { weekly: [{ name: 'sns', enabled: true, events }] } });
  const ConfigurationSetName = 'weekly';
  const ConfigurationSetAttributeNames = ['eventDestinations' as const];
  const asked = await client.send(
    new DescribeConfigurationSetCommand({ ConfigurationSetName, ConfigurationSetAttributeNames }),
  );
  expect(asked).toMatchObject({
    ConfigurationSet: { Name: 'weekly' },
    EventDestinations: [{ Name: 'sns', Enabled: true, MatchingEventTypes: events }],
  });
  const unasked = await client.send(new DescribeConfigurationSetCommand({ ConfigurationSetName }));
  expect(unasked.EventDestinations).toBeUndefined();
});

test('a configuration set that the account does not have is refused by SES’s name for it', async () => {
  const command = new DescribeConfigurationSetCommand({ ConfigurationSetName: 'none' });
  await expect(client.send(command)).rejects.toMatchObject({ name: 'ConfigurationSetDoesNotExistException' });
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
