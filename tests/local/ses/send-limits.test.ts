import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { type HandClock, handClock, send, sesClient } from './ses-kit.ts';

const DAY_MILLISECONDS = 86_400_000;

let clock: HandClock;
let ses: Ses;
let client: SESClient;

beforeEach(async () => {
  clock = handClock();
  ses = await startSes({ port: 0, clock, maxSendRate: 5, max24HourSend: 100 });
  client = sesClient(ses.url);
});

afterEach(async () => {
  client.destroy();
  await ses.close();
});

const addresses = (count: number) => Array.from({ length: count }, (_, index) => `n${index}@example.com`);

/** Sends one by one until SES refuses; gives how many it took. */
async function acceptedInARow(): Promise<number> {
  for (let count = 0; ; count += 1) {
    const name = await send(client).then(
      () => 'accepted',
      (error: Error) => error.name,
    );
    if (name !== 'accepted') {
      expect(name).toBe('Throttling');
      return count;
    }
  }
}

test('a burst of one second of the rate passes, the next mail is throttled', async () => {
  expect(await acceptedInARow()).toBe(5);
  await expect(send(client)).rejects.toThrow('Maximum sending rate exceeded.');
});

test('sending at exactly the rate is never throttled', async () => {
  await acceptedInARow();
  for (let sent = 0; sent < 50; sent += 1) {
    clock.advance(200);
    await expect(send(client)).resolves.toBeDefined();
  }
});

test('time gives the rate back, up to one second of it', async () => {
  await acceptedInARow();
  clock.advance(400);
  expect(await acceptedInARow()).toBe(2);
  clock.advance(60_000);
  expect(await acceptedInARow()).toBe(5);
});

test('a refused mail takes nothing of the rate and nothing of the day', async () => {
  await expect(send(client, { Destinations: ['refused@example.com'] })).rejects.toThrow();
  await expect(send(client, { Destinations: ['malformed'] })).rejects.toThrow();
  expect(await acceptedInARow()).toBe(5);
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ SentLast24Hours: 5 });
});

test('the rate counts recipients: a call to 20 at 5 a second blocks the account for 4 seconds', async () => {
  await send(client, { Destinations: addresses(20) });
  clock.advance(3_199);
  expect(await acceptedInARow()).toBe(0);
  clock.advance(801);
  expect(await acceptedInARow()).toBe(5);
});

test('a rate below one a second takes one mail, then none until its time has come', async () => {
  ses.setLimits({ maxSendRate: 0.5 });
  expect(await acceptedInARow()).toBe(1);
  clock.advance(1_999);
  expect(await acceptedInARow()).toBe(0);
  clock.advance(1);
  expect(await acceptedInARow()).toBe(1);
});

test('a raised rate counts at once', async () => {
  await acceptedInARow();
  ses.setLimits({ maxSendRate: 8 });
  expect(await acceptedInARow()).toBe(3);
});

test('the day ends at its quota, and a call that would go over it is refused whole', async () => {
  ses.setLimits({ maxSendRate: 1_000 });
  await send(client, { Destinations: addresses(49) });
  await send(client, { Destinations: addresses(50) });
  await expect(send(client, { Destinations: addresses(2) })).rejects.toMatchObject({
    name: 'Throttling',
    message: 'Daily message quota exceeded.',
  });
  await expect(send(client)).resolves.toBeDefined();
  await expect(send(client)).rejects.toThrow('Daily message quota exceeded.');
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ Max24HourSend: 100, SentLast24Hours: 100 });
});

test('the 24 hours roll: each mail leaves the count one day after it was accepted', async () => {
  await send(client);
  clock.advance(DAY_MILLISECONDS / 2);
  await send(client);
  clock.advance(DAY_MILLISECONDS / 2 - 1);
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ SentLast24Hours: 2 });
  clock.advance(1);
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ SentLast24Hours: 1 });
});

test('a quota of -1 has no end', async () => {
  ses.setLimits({ maxSendRate: 1_000, max24HourSend: -1 });
  for (let calls = 0; calls < 3; calls += 1) await send(client, { Destinations: addresses(50) });
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ Max24HourSend: -1, SentLast24Hours: 150 });
});

test('emptying the mailbox gives no quota back', async () => {
  await send(client);
  ses.clearStore();
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ SentLast24Hours: 1 });
});
