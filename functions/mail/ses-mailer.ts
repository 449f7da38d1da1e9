// Hands mails to Amazon SES, one recipient a call, and never tries twice.
import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Config } from '../config.ts';
import { classifySesError } from './classify-ses-error.ts';
import type { Mailer, QuotaOutcome } from './mailer.ts';

/**
 * The mailer over SES v1, or over what AWS_ENDPOINT_URL_SES names. `concurrencyMax` is how many calls may be under way
 * at once, 50 by default; a caller must not exceed it, because a call that waits for a socket counts as not connected.
 */
export function sesMailer(config: Config, { concurrencyMax = 50 }: { concurrencyMax?: number } = {}): Mailer {
  const client = sesClient(config, concurrencyMax);
  return {
    async send({ to, mime, tags }) {
      const command = new SendRawEmailCommand({
        Source: config.mailFrom,
        Destinations: [to],
        RawMessage: { Data: mime },
        Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
        ConfigurationSetName: config.sesConfigurationSet,
      });
      try {
        const { MessageId } = await client.send(command);
        // An empty or foreign body resolves without an id (measured): SES may have taken the mail.
        return MessageId ? { kind: 'accepted', sesId: MessageId } : { kind: 'unknown', error: 'NoMessageId' };
      } catch (error) {
        return classifySesError(error);
      }
    },

    quota: () => readQuota(client),
  };
}

/**
 * SES knows no idempotency, so the client tries once. `requestTimeout` alone only warns, and does not cover a body that
 * stalls: hence three timeouts. The agent's timeout ends sockets that lie free, before SES does: a request that meets a
 * closing socket would be `unknown`. All measured.
 */
function sesClient(config: Config, concurrencyMax: number): SESClient {
  const agent = { keepAlive: true, maxSockets: concurrencyMax, timeout: 5000 };
  return new SESClient({
    region: config.sesRegion,
    credentials: { accessKeyId: config.sesAccessKeyId, secretAccessKey: config.sesSecretAccessKey },
    ...(config.sesEndpoint === undefined ? {} : { endpoint: config.sesEndpoint }),
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3000,
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
      socketTimeout: 15_000,
      httpsAgent: agent,
      httpAgent: agent,
    },
  });
}

async function readQuota(client: SESClient): Promise<QuotaOutcome> {
  try {
    const { Max24HourSend, MaxSendRate, SentLast24Hours } = await client.send(new GetSendQuotaCommand({}));
    if (Max24HourSend === undefined || MaxSendRate === undefined || SentLast24Hours === undefined) {
      return { kind: 'unavailable', error: 'NoQuota' };
    }
    const max24HourSend = Max24HourSend === -1 ? null : Max24HourSend;
    return { kind: 'quota', quota: { maxSendRate: MaxSendRate, max24HourSend, sentLast24Hours: SentLast24Hours } };
  } catch (error) {
    const outcome = classifySesError(error);
    if (outcome.kind === 'account') return outcome;
    return { kind: 'unavailable', error: outcome.error };
  }
}
