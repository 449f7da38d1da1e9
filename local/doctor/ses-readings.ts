// What the checks read from SES, each once: SES takes most of these calls once a second.
import {
  DescribeConfigurationSetCommand,
  type EventDestination,
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  type IdentityDkimAttributes,
  type IdentityMailFromDomainAttributes,
  SESClient,
  type VerificationStatus,
} from '@aws-sdk/client-ses';
import type { Config } from '../../functions/config.ts';
import { classifySesError } from '../../functions/mail/classify-ses-error.ts';
import type { QuotaOutcome } from '../../functions/mail/mailer.ts';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import { identityNames } from './identity-names.ts';
import { once } from './once.ts';
import { Unseen } from './unseen.ts';

export type SesReadings = {
  /** Never rejects for what SES says. */
  quota(): Promise<QuotaOutcome>;
  sendingEnabled(): Promise<boolean>;
  /** How the sender's address, its domain and that one's parents stand as identities, nearest first; none are left out. */
  identities(): Promise<{ name: string; status: VerificationStatus }[]>;
  /** Of the identities' domains, nearest first. */
  dkim(): Promise<({ name: string } & IdentityDkimAttributes)[]>;
  mailFrom(): Promise<({ name: string } & IdentityMailFromDomainAttributes)[]>;
  /** Null where SES has no set of that name. */
  eventDestinations(configurationSet: string): Promise<EventDestination[] | null>;
};

/** Every reading but the quota rejects with an Unseen where SES refuses it or does not answer. */
export function sesReadings(config: Config): SesReadings {
  const client = once(async () => sesClient(config));
  const names = async () => identityNames(config.mailFrom);
  const read = async <Answer>(action: string, ask: (ses: SESClient) => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask(await client());
    } catch (error) {
      throw unseen(action, error);
    }
  };
  return {
    quota: once(async () => sesMailer(config).quota()),
    sendingEnabled: once(async () => {
      const answer = await read('GetAccountSendingEnabled', (ses) => ses.send(new GetAccountSendingEnabledCommand({})));
      return answer.Enabled === true;
    }),
    identities: once(async () => {
      const Identities = await names();
      const command = new GetIdentityVerificationAttributesCommand({ Identities });
      const answer = await read('GetIdentityVerificationAttributes', (ses) => ses.send(command));
      return inOrder(Identities, answer.VerificationAttributes).map(({ name, VerificationStatus: status }) => ({
        name,
        status: status ?? 'NotStarted',
      }));
    }),
    dkim: once(async () => {
      const Identities = (await names()).filter((name) => !name.includes('@'));
      const command = new GetIdentityDkimAttributesCommand({ Identities });
      const answer = await read('GetIdentityDkimAttributes', (ses) => ses.send(command));
      return inOrder(Identities, answer.DkimAttributes);
    }),
    mailFrom: once(async () => {
      const Identities = (await names()).filter((name) => !name.includes('@'));
      const command = new GetIdentityMailFromDomainAttributesCommand({ Identities });
      const answer = await read('GetIdentityMailFromDomainAttributes', (ses) => ses.send(command));
      return inOrder(Identities, answer.MailFromDomainAttributes);
    }),
    eventDestinations: (ConfigurationSetName) => destinations(read, ConfigurationSetName),
  };
}

async function destinations(
  read: <Answer>(action: string, ask: (ses: SESClient) => Promise<Answer>) => Promise<Answer>,
  ConfigurationSetName: string,
): Promise<EventDestination[] | null> {
  const command = new DescribeConfigurationSetCommand({
    ConfigurationSetName,
    ConfigurationSetAttributeNames: ['eventDestinations'],
  });
  return read('DescribeConfigurationSet', async (ses) => {
    try {
      return (await ses.send(command)).EventDestinations ?? [];
    } catch (error) {
      if (error instanceof Error && /^ConfigurationSetDoesNotExist/.test(error.name)) return null;
      throw error;
    }
  });
}

function inOrder<Attributes>(names: string[], found: Record<string, Attributes> | undefined) {
  return names.flatMap((name) => {
    const attributes = found?.[name];
    return attributes === undefined ? [] : [{ name, ...attributes }];
  });
}

function unseen(action: string, error: unknown): Unseen {
  const name = error instanceof Error ? error.name : 'Unknown';
  if (/^AccessDenied/.test(name))
    return new Unseen(
      `the key SES_ACCESS_KEY_ID may not call ses:${action}`,
      `https://console.aws.amazon.com/iam → Users → the key’s user → Permissions: allow ses:${action} while you look.`,
    );
  const { error: told } = classifySesError(error);
  return new Unseen(`SES answered ${action} with ${told}`, 'Mend what the line “SES key” says, then run this again.');
}

function sesClient(config: Config): SESClient {
  return new SESClient({
    region: config.sesRegion,
    credentials: { accessKeyId: config.sesAccessKeyId, secretAccessKey: config.sesSecretAccessKey },
    ...(config.sesEndpoint === undefined ? {} : { endpoint: config.sesEndpoint }),
    // These only read, so a second try does no harm.
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 3000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
      socketTimeout: 10_000,
    },
  });
}
