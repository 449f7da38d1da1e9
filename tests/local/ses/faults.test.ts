import type { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Faults } from '../../../local/ses/faults-schema.ts';
import { type Ses, startSes } from '../../../local/ses/start-ses.ts';
import { handClock, send, sesClient } from './ses-kit.ts';

let ses: Ses;
let client: SESClient;

beforeEach(async () => {
  ses = await startSes({ port: 0, maxSendRate: 1_000, clock: handClock() });
  client = sesClient(ses.url);
});

afterEach(async () => {
  client.destroy();
  await ses.close();
});

test.each<[Faults, string, number, RegExp]>([
  [{ throttle: {} }, 'Throttling', 400, /^Maximum sending rate exceeded\.$/],
  [{ dailyQuota: {} }, 'Throttling', 400, /^Daily message quota exceeded\.$/],
  [{ reject: {} }, 'MessageRejected', 400, /^(?!.*not verified)/],
  [{ pause: {} }, 'AccountSendingPausedException', 400, /disabled/],
  [{ sandbox: {} }, 'MessageRejected', 400, /^Email address is not verified\./],
  [{ error500: {} }, 'InternalFailure', 500, /failed/],
])(
  'the fault %j reaches the caller under the name that the SDK gives it, and no mail is kept',
  async (faults, name, status, message) => {
    ses.setFaults(faults);
    await expect(send(client)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
      $metadata: { httpStatusCode: status, attempts: 1 },
    });
    expect(await ses.readStore()).toEqual([]);
  },
);

test('accept-then-drop keeps the mail once and leaves the caller without an answer', async () => {
  ses.setFaults({ acceptThenDrop: {} });
  const error: unknown = await send(client).catch((caught: unknown) => caught);
  // The SDK renames a connection cut by the other side (notes, SES §1.2).
  expect(error).toMatchObject({ name: 'TimeoutError', $metadata: { attempts: 1 } });
  expect(error).not.toHaveProperty('$metadata.httpStatusCode');
  expect(await ses.readStore()).toHaveLength(1);
});

test('an empty 200 resolves without a MessageId although the mail is kept', async () => {
  ses.setFaults({ empty200: {} });
  const answer = await send(client);
  expect(answer.$metadata.httpStatusCode).toBe(200);
  expect(answer.MessageId).toBeUndefined();
  expect(await ses.readStore()).toHaveLength(1);
});

test('an answer later than the request timeout is a TimeoutError although the mail is kept', async () => {
  const impatient = sesClient(ses.url, 50);
  ses.setFaults({ delay: { milliseconds: 60_000 } });
  await expect(send(impatient)).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(await ses.readStore()).toHaveLength(1);
  impatient.destroy();
});

test('a delay waits as long as it says, then the answer comes', async () => {
  const slept: number[] = [];
  const patient = await startSes({
    port: 0,
    clock: { ...handClock(), sleep: async (milliseconds) => void slept.push(milliseconds) },
  });
  const patientClient = sesClient(patient.url);
  patient.setFaults({ delay: { milliseconds: 1_500 } });
  expect((await send(patientClient)).MessageId).toBeDefined();
  expect(slept).toEqual([1_500]);
  patientClient.destroy();
  await patient.close();
});

test('a fault with times hits so many calls and then is gone', async () => {
  ses.setFaults({ throttle: { times: 2 } });
  await expect(send(client)).rejects.toMatchObject({ name: 'Throttling' });
  await expect(send(client)).rejects.toMatchObject({ name: 'Throttling' });
  await expect(send(client)).resolves.toMatchObject({ MessageId: expect.any(String) });
});

test('a fault with an address hits only that address, in any case, and counts only its hits', async () => {
  ses.setFaults({ reject: { to: 'ZOE@example.com', times: 1 } });
  await expect(send(client, { Destinations: ['max@example.com'] })).resolves.toBeDefined();
  await expect(send(client)).rejects.toMatchObject({ name: 'MessageRejected' });
  await expect(send(client)).resolves.toBeDefined();
});

test('a fault that happens after accepting is not spent on a call that is refused', async () => {
  ses.setFaults({ acceptThenDrop: { times: 1 } });
  await expect(send(client, { Destinations: ['refused@example.com'] })).rejects.toMatchObject({
    name: 'MessageRejected',
  });
  await expect(send(client)).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('setting faults from code refuses what POST /faults refuses', () => {
  expect(() => ses.setFaults({ throttle: { times: 0 } })).toThrow();
});
