// Starts the local stand-in for Amazon SES: the Query protocol, the kept mails, the faults and the mailbox page.
import { createServer } from 'node:http';
import type { Clock } from '../../functions/clock.ts';
import { systemClock } from '../../functions/clock.ts';
import { snsTopic } from '../sns/sns-topic.ts';
import type { SesAccount } from './account.ts';
import { createAccount } from './account.ts';
import type { Settings } from './account-settings.ts';
import { emitEvents } from './emit-events.ts';
import type { Faults } from './faults-schema.ts';
import { faultsSchema } from './faults-schema.ts';
import { readMail } from './read-mail.ts';
import { route } from './router.ts';
import type { SendEvent } from './send-event.ts';
import type { SendLimits } from './send-limits.ts';
import type { StoredMail } from './stored-mail.ts';

export type SesOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Decides the rate, the rolling day, the times of the mails and the delay fault. */
  clock?: Clock;
  /** Recipients a second; 14 is what new production accounts report (notes, SES §2). */
  maxSendRate?: number;
  /** Recipients in a rolling 24 h, -1 for no limit; 50,000 is what new production accounts report (notes, SES §2). */
  max24HourSend?: number;
  /** The topic that its events are published to, and who is subscribed to it; absent: it tells none. */
  events?: { topicArn: string; subscriberUrl: string };
};

export type Ses = {
  /** Give this to the SDK as `endpoint`; it is the mailbox page too. */
  url: string;
  port: number;
  close(): Promise<void>;
  /** Every kept mail, oldest first, as `GET /store` gives them. */
  readStore(): Promise<StoredMail[]>;
  clearStore(): void;
  /** Replaces all faults; `{}` clears them. Throws a ZodError for a malformed one. */
  setFaults(faults: Faults): void;
  setLimits(limits: Partial<SendLimits>): void;
  /** What the account's owner set up in the console: identities, configuration sets, the key's rights. */
  changeSettings(changed: Partial<Settings>): void;
  /** Calls the listener when a mail has been kept and its answer has not left yet; the answer waits for it. */
  onSend(listener: (event: SendEvent) => void | Promise<void>): () => void;
};

/**
 * Listens on 127.0.0.1 and resolves when it does.
 * Rejects with the socket's error, for instance `EADDRINUSE` when the port is taken.
 */
export async function startSes(options: SesOptions): Promise<Ses> {
  const account = createAccount({
    clock: options.clock ?? systemClock,
    maxSendRate: options.maxSendRate ?? 14,
    max24HourSend: options.max24HourSend ?? 50_000,
  });
  if (options.events) account.topic = await snsTopic({ ...options.events, clock: account.clock });
  const server = createServer((request, response) => void route(request, response, account));
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : options.port);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  if (account.topic) account.listeners.add(emitEvents(account, account.topic, url));
  const close = () =>
    new Promise<void>((resolve) => {
      account.topic?.close();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, port, close, ...controls(account) };
}

function controls(account: SesAccount): Omit<Ses, 'url' | 'port' | 'close'> {
  return {
    readStore: () => Promise.all(account.store.all().map(readMail)),
    clearStore: () => account.store.clear(),
    setFaults: (faults) => account.faults.replace(faultsSchema.parse(faults)),
    setLimits: (limits) => account.meter.setLimits(limits),
    changeSettings: (changed) => account.settings.change(changed),
    onSend: (listener) => {
      account.listeners.add(listener);
      return () => account.listeners.delete(listener);
    },
  };
}
