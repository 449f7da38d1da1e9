import { afterEach, expect, test } from 'vitest';
import { snsGet } from '../../functions/ses-events/sns-get.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { type ScriptedAnswer, type ScriptedServer, scriptedServer } from '../kit/scripted-server.ts';
import { now } from './sns-kit.ts';

const started: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

async function ask(...script: ScriptedAnswer[]) {
  const server = await scriptedServer(...script);
  started.push(server);
  const clock = fakeClock(now);
  const get = snsGet(clock, { timeoutMilliseconds: 200, random: () => 0.5 });
  const answer = await get(server.url).catch((error: unknown) => ({ error }));
  const waited = clock.now().getTime() - new Date(now).getTime();
  return { answer, waited, requests: server.requests, server };
}
const overloaded = { error: { code: 'OVERLOADED', retryable: true } };

test('an answer is given as it is, at the first try', async () => {
  const { answer, requests, waited } = await ask({ body: 'text' });
  expect(answer).toEqual({ status: 200, text: 'text' });
  expect([requests.length, waited]).toEqual([1, 0]);
});

test.each([400, 403, 404])('a refusal (%s) is an answer and is not asked for again', async (status) => {
  const { answer, requests } = await ask({ status, body: '' });
  expect(answer).toEqual({ status, text: '' });
  expect(requests).toHaveLength(1);
});

test('a redirect is not followed', async () => {
  const elsewhere = await scriptedServer({});
  started.push(elsewhere);
  const { answer } = await ask({ status: 302, headers: { Location: elsewhere.url }, body: '' });
  expect(answer).toMatchObject({ status: 302 });
  expect(elsewhere.requests).toEqual([]);
});

test('what mends itself is asked for again after a short wait that is not the same for all', async () => {
  const { answer, requests, waited } = await ask({ status: 503 }, { cut: true }, { body: 'text' });
  expect(answer).toEqual({ status: 200, text: 'text' });
  expect(requests).toHaveLength(3);
  expect(waited).toBe(250 + 500);
});

test.each<[string, ScriptedAnswer]>([
  ['fails', { status: 500 }],
  ['throttles', { status: 429 }],
  ['breaks off', { cut: true }],
  ['is silent', { silent: true }],
  ['says more than it could have to', { body: 'x'.repeat(16_385) }],
])('SNS that %s three times is a failure that a later try may mend', async (_what, answer) => {
  const asked = await ask(answer);
  expect(asked.answer).toMatchObject(overloaded);
  expect(asked.requests).toHaveLength(3);
});

test('nobody there is a failure too', async () => {
  const server = await scriptedServer({});
  await server.close();
  await expect(snsGet(fakeClock(now))(server.url)).rejects.toMatchObject(overloaded.error);
});
