// What the tests of the SES stand-in share: the real client as production configures it, a mail, a clock.
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Clock } from '../../../functions/clock.ts';

/** Configured as the notes say (SES §1.3): one attempt, three timeouts that throw, sockets kept for 5 s. */
export function sesClient(endpoint: string, requestTimeout = 15_000): SESClient {
  return new SESClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout,
      throwOnRequestTimeout: true,
      socketTimeout: 15_000,
      httpAgent: { keepAlive: true, maxSockets: 10, timeout: 5_000 },
    },
  });
}

/** A multipart mail with the headers that a weekly mail bears. */
export function mime(changed: Record<string, unknown> = {}): Promise<Buffer> {
  const list = {
    'List-Unsubscribe': { prepared: true, foldLines: false, value: '<https://example.com/u?t=token>' },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  return new MailComposer({
    from: { name: 'Stepladder 🪜', address: 'challenge@mail.example.com' },
    to: { name: 'Zoë', address: 'zoe@example.com' },
    subject: 'Wörter zählen 🎈',
    text: 'Hello Zoë',
    html: '<p>Hello <b>Zoë</b></p>',
    headers: list,
    ...changed,
  })
    .compile()
    .build();
}

export async function send(client: SESClient, changed: Partial<SendRawEmailCommandInput> = {}) {
  return client.send(
    new SendRawEmailCommand({
      Source: 'challenge@mail.example.com',
      Destinations: ['zoe@example.com'],
      RawMessage: { Data: await mime() },
      ...changed,
    }),
  );
}

export type HandClock = Clock & { advance(milliseconds: number): void };

/** Stands still until it is moved; whoever sleeps on it waits for ever, as for an answer that does not come. */
export function handClock(): HandClock {
  let now = Date.UTC(2026, 10, 23, 9, 0, 0);
  return {
    now: () => new Date(now),
    sleep: () => new Promise(() => undefined),
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
