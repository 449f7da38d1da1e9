// What the checks read from SES, each once, and one after another.
import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  type IdentityDkimAttributes,
  type IdentityMailFromDomainAttributes,
  SESClient,
  type VerificationStatus,
} from '@aws-sdk/client-ses';
import type { EventDestination } from '@aws-sdk/client-sesv2';
import type { Clock } from '../../functions/clock.ts';
import type { Config } from '../../functions/config.ts';
import { AppError } from '../../functions/errors.ts';
import type { QuotaOutcome } from '../../functions/mail/mailer.ts';
import { sesMailer } from '../../functions/mail/ses-mailer.ts';
import { once } from '../../functions/once.ts';
import { identityNames } from './identity-names.ts';
import { type InTurn, inTurn } from './in-turn.ts';
import { isOnThisMachine } from './is-on-this-machine.ts';
import { type SesAccount, sesAccount } from './ses-account.ts';
import { sesClientOptions } from './ses-client-options.ts';
import { sesEventDestinations } from './ses-event-destinations.ts';
import { sesUnseen } from './ses-unseen.ts';

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
  account(): Promise<SesAccount>;
};

/** SES takes one of these calls a second, and throttles the rest (API reference, each of them). A stand-in takes all. */
const apartMilliseconds = 1000;

/** Every reading but the quota rejects with an Unseen where SES refuses it or does not answer; all with the configuration's AppError. */
export function sesReadings(config: Config, clock: Clock): SesReadings {
  const client = once(async () => new SESClient(sesClientOptions(config)));
  const turn = once(async () => inTurn(clock, isOnThisMachine(config.sesEndpoint) ? 0 : apartMilliseconds));
  const next: InTurn = async (call) => (await turn())(call);
  const names = async () => identityNames(config.mailFrom);
  const read = async <Answer>(action: string, ask: (ses: SESClient) => Promise<Answer>): Promise<Answer> => {
    try {
      return await next(async () => ask(await client()));
    } catch (error) {
      // The configuration's own: SES was not asked.
      throw error instanceof AppError ? error : sesUnseen(action, error);
    }
  };
  return {
    quota: once(() => next(async () => sesMailer(config).quota())),
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
    eventDestinations: (name) => read('GetConfigurationSetEventDestinations', () => sesEventDestinations(config, name)),
    account: once(() => read('GetAccount', () => sesAccount(config))),
  };
}

function inOrder<Attributes>(names: string[], found: Record<string, Attributes> | undefined) {
  return names.flatMap((name) => {
    const attributes = found?.[name];
    return attributes === undefined ? [] : [{ name, ...attributes }];
  });
}
