// A process that answers as SES does, at so many mails a second, and keeps nothing but counts. Started by `startStandIn`.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createRateBucket } from '../../local/ses/rate-bucket.ts';

/** What the parent orders. */
export type StandInOrder = {
  /** What GetSendQuota tells, and what is refused above. */
  ratePerSecond: number;
  /** Each answer takes between the two, evenly spread. */
  latencyMilliseconds: readonly [number, number];
};

/** What came since the last order. Times in milliseconds, of this process's clock. */
export type StandInTally = { accepted: number; refused: number; secondAt: number; lastAt: number };

export type FromStandIn = { kind: 'port'; port: number } | { kind: 'ready' } | { kind: 'tally'; tally: StandInTally };

let order: StandInOrder = { ratePerSecond: 1, latencyMilliseconds: [0, 0] };
let bucket = createRateBucket(1, performance.now());
let tally: StandInTally = { accepted: 0, refused: 0, secondAt: 0, lastAt: 0 };

const tell = (message: FromStandIn) => process.send?.(message);

process.on('message', (message: StandInOrder | 'tally') => {
  if (message === 'tally') return tell({ kind: 'tally', tally });
  order = message;
  bucket = createRateBucket(order.ratePerSecond, performance.now());
  tally = { accepted: 0, refused: 0, secondAt: 0, lastAt: 0 };
  return tell({ kind: 'ready' });
});
process.on('disconnect', () => process.exit(0));

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
// Longer than a client keeps a free connection, so that none meets a closing one.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => tell({ kind: 'port', port: (server.address() as AddressInfo).port }));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let start: Buffer | undefined;
  for await (const chunk of request) start ??= chunk as Buffer;
  const isQuota = /(^|&)Action=GetSendQuota(&|$)/.test(start?.toString('latin1', 0, 2_000) ?? '');
  const [status, body] = isQuota ? [200, quotaAnswer()] : mailAnswer(performance.now());
  const [least, most] = order.latencyMilliseconds;
  if (most > 0) await wait(least + Math.random() * (most - least));
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
}

function quotaAnswer(): string {
  const rate = `<MaxSendRate>${order.ratePerSecond}</MaxSendRate>`;
  const result = `<Max24HourSend>-1</Max24HourSend>${rate}<SentLast24Hours>0</SentLast24Hours>`;
  return `<GetSendQuotaResponse><GetSendQuotaResult>${result}</GetSendQuotaResult></GetSendQuotaResponse>`;
}

function mailAnswer(now: number): [number, string] {
  if (!bucket.take(1, now)) {
    tally.refused += 1;
    const error = '<Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message>';
    return [400, `<ErrorResponse><Error>${error}</Error></ErrorResponse>`];
  }
  tally.accepted += 1;
  if (tally.accepted === 2) tally.secondAt = now;
  tally.lastAt = now;
  const id = `<MessageId>bench-${tally.accepted}</MessageId>`;
  return [200, `<SendRawEmailResponse><SendRawEmailResult>${id}</SendRawEmailResult></SendRawEmailResponse>`];
}
