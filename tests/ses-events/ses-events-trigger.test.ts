import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { recordEvent } from '../../functions/deliveries/record-event.ts';
import type { SnsSigner } from '../../local/sns/sns-signer.ts';
import { snsSigner } from '../../local/sns/sns-signer.ts';
import { type ScriptedServer, scriptedServer } from '../kit/scripted-server.ts';
import { confirmation, notification, sesMessage, topicArn } from './sns-kit.ts';

const record = vi.hoisted(() => vi.fn<typeof recordEvent>());
vi.mock('../../functions/deliveries/record-event.ts', () => ({ recordEvent: record }));

const address = 'qjxq.zoe@qjxq.example';
const printed: string[] = [];
const hourMilliseconds = 3_600_000;

let sns: ScriptedServer;
let signer: SnsSigner;
let door: { url: string; close(): void };

beforeAll(async () => {
  // The trigger takes the instance's own services, with the machine's own clock.
  const time = Date.now();
  signer = await snsSigner({
    validFrom: new Date(time - hourMilliseconds),
    validTo: new Date(time + hourMilliseconds),
  });
  sns = await scriptedServer({ body: signer.certificate });
  vi.stubEnv('SES_EVENT_TOPICS', topicArn);
  vi.stubEnv('AWS_ENDPOINT_URL_SNS', sns.url);
  vi.stubEnv('SNS_SIGNATURE_VERSION_1', 'false');
  // Before the logger is loaded: it keeps the console that it finds.
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...values) => void printed.push(values.map(String).join(' ')));
  }
  const { sesEvents } = await import('../../functions/ses-events/ses-events-trigger.ts');
  door = await served(sesEvents);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  door.close();
  await sns.close();
});
beforeEach(() => {
  record.mockReset().mockResolvedValue({ did: 'recorded' });
  printed.length = 0;
});

/** The function behind a server that reads the body first, as the runtime does. */
async function served(of: unknown) {
  const run = of as (request: object, response: object) => void;
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const shown = {
      set: (name: string, value: string) => response.setHeader(name, value),
      sendStatus: (status: number) => response.writeHead(status).end(),
      on: () => undefined,
    };
    const rawBody = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    run({ method: request.method, headers: request.headers, rawBody }, shown);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const post = (body: string) =>
  fetch(door.url, { method: 'POST', headers: { 'content-type': 'text/plain; charset=UTF-8' }, body });
const mail = () => ({ ...(sesMessage().mail as object), destination: [address] });
const signed = (changed = {}) => {
  const Message = JSON.stringify(sesMessage({ mail: mail() }));
  return signer.sign(notification({ Message, Timestamp: new Date().toISOString(), ...changed }), sns.url);
};

const unsubscribed = () => {
  const Timestamp = new Date().toISOString();
  const about = { Type: 'UnsubscribeConfirmation' as const, SubscribeURL: `https://${address}`, Timestamp };
  return signer.sign(confirmation(about), sns.url);
};

test('a signed event is handed on, answered with 200, and logged by nobody', async () => {
  expect((await post(signed())).status).toBe(200);
  expect(record).toHaveBeenCalledOnce();
  expect(record.mock.calls[0]?.[1]).toMatchObject({ kind: 'send', recipients: [address] });
  expect(printed).toEqual([]);
});

test('where the event cannot be recorded the answer is 500, so that SNS tries again, and the log names no address', async () => {
  record.mockRejectedValue(new Error(`5 NOT_FOUND: ${address}`));
  expect((await post(signed())).status).toBe(500);
  expect(printed.join()).toContain('A post of SNS failed and comes again.');
  expect(printed.join()).not.toContain('qjxq');
});

test('a method but POST is answered with 405 and what is allowed', async () => {
  const answer = await fetch(door.url);
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a body that is too long is answered with 413, a request without one with 400', async () => {
  expect((await post(' '.repeat(272 * 1024 + 1))).status).toBe(413);
  expect((await fetch(door.url, { method: 'POST' })).status).toBe(400);
});

test('a foreign topic and a forged message are answered with 403', async () => {
  expect((await post(signed({ TopicArn: `${topicArn}-2` }))).status).toBe(403);
  expect((await post(signed().replace('W48', 'W49'))).status).toBe(403);
  expect(record).not.toHaveBeenCalled();
});

test.each([
  ['no JSON', () => address],
  ['a forged message', () => signed().replace('W48', 'W49')],
  ['a message of a foreign topic', () => signed({ TopicArn: `${topicArn}-2`, Subject: address })],
  ['a message whose certificate is elsewhere', () => signed().replace(sns.url, `https://${address}`)],
  ['an event that does not parse', () => signed({ Message: JSON.stringify({ eventType: 'Bounce', mail: address }) })],
  ['an event whose text is an address', () => signed({ Message: address })],
  ['an event with an address for a tag', () => signed({ Message: tagged() })],
  ['the end of a subscription', unsubscribed],
])('no address of %s gets into the log', async (what, body) => {
  expect((await post(body())).status).toBeLessThan(500);
  expect(record).not.toHaveBeenCalled();
  expect([what, printed.length]).toEqual([what, what.includes('tag') ? 0 : 1]);
  expect(printed.join()).not.toContain('qjxq');
});

const tagged = () =>
  JSON.stringify(sesMessage({ mail: { ...mail(), tags: { assignment: [address], [address]: ['x'] } } }));

test('the end of a subscription is an error with a stable code', async () => {
  await post(unsubscribed());
  expect(printed.join()).toContain('SNS_UNSUBSCRIBED');
});
