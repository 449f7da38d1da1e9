import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { messages } from '../../../functions/messages.ts';
import { processTree } from '../../../local/stack/process-tree.ts';
import { aStack, type TestStack } from '../../kit/a-stack.ts';
import { livingProcesses } from '../../kit/living-processes.ts';
import { until } from '../../kit/until.ts';

/** Odd enough that any part of it that a log quotes would be found. */
const part = 'qjxq';
const address = `${part}.${part}${part}@${part}${part}.example`;

let stack: TestStack;
beforeAll(async () => {
  stack = await aStack('privacy');
});
afterAll(() => stack?.close());

const printed = vi.fn();
beforeEach(() => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed(String(chunk));
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

const functionsUrl = (path: string) => `http://127.0.0.1:${stack.ports.functions}/${path}`;
const scheduleUrl = (name: string) =>
  functionsUrl(`functions/projects/${stack.projectId}/triggers/us-central1-${name}-0`);
const httpsDoors = () => [
  functionsUrl(`${stack.projectId}/us-central1/api/graphql`),
  functionsUrl(`${stack.projectId}/us-central1/unsubscribe`),
  functionsUrl(`${stack.projectId}/us-central1/sesEvents`),
  `http://127.0.0.1:${stack.ports.hosting}/graphql`,
  `http://127.0.0.1:${stack.ports.hosting}/unsubscribe`,
  scheduleUrl('weeklyRun'),
  scheduleUrl('sweep'),
];

const malformed = [
  `{"query": "${address}`,
  `{"a":${address}}`,
  `{"a":\n    at ${part}}`,
  `${address}`,
  `["${address}", }`,
];

/** `>  ` is how the emulators' log marks what a function says. */
const dropped = (text: string) =>
  text.split('\n').filter((line) => line.startsWith('>  ') && line.includes('does not parse was dropped'));
const count = (text: string, wanted: string) => text.split(wanted).length - 1;

test('malformed JSON that holds an address is a bad request at every HTTPS function, and the address is in no log', async () => {
  const doors = httpsDoors();
  for (const door of doors) {
    for (const body of malformed) {
      const answer = await fetch(door, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      expect([door, answer.status]).toEqual([door, 400]);
    }
  }
  const expected = doors.length * malformed.length;
  const logs = await until(stack.readLogs, (text) => count(text, '>  SyntaxError: ') >= expected);
  expect(logs).not.toContain(part);
  expect(JSON.stringify(printed.mock.calls)).not.toContain(part);
});

test('a body of another kind that holds an address is in no log either', async () => {
  for (const door of httpsDoors().slice(0, 5)) {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/graphql+json', address]) {
      const body = malformed[1] ?? '';
      const answer = await fetch(door, { method: 'POST', headers: { 'Content-Type': type }, body });
      expect(answer.ok).toBe(false);
    }
  }
  expect(await stack.readLogs()).not.toContain(part);
});

const bodies = [address, JSON.stringify({ week: address, email: 7 })];
const topics = Object.values(messages).map(({ topic }) => topic);

test('a message that does not parse is recorded once by each subscriber, and dropped', async () => {
  for (const topic of topics) {
    const response = await fetch(
      `http://127.0.0.1:${stack.ports.pubsub}/v1/projects/${stack.projectId}/topics/${topic}:publish`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ messages: bodies.map((body) => ({ data: Buffer.from(body).toString('base64') })) }),
      },
    );
    expect(response.status).toBe(200);
  }
  const logs = await until(stack.readLogs, (text) => dropped(text).length >= topics.length * bodies.length);
  for (const topic of topics) {
    expect(dropped(logs).filter((line) => line.includes(`"${topic}"`))).toHaveLength(bodies.length);
  }
  expect(logs).not.toContain(part);
});

test('the sweep’s schedule runs without an error where there is nothing to do', async () => {
  const answer = await fetch(scheduleUrl('sweep'), { method: 'POST' });
  expect(answer.status).toBe(200);
});

test('no dropped message has come again', async () => {
  expect(dropped(await stack.readLogs())).toHaveLength(topics.length * bodies.length);
});

test('when the stack is closed in the middle of a run, none of its processes is left', async () => {
  const processes = await stack.processes();
  expect(processes.length).toBeGreaterThan(5);
  const fired = fetch(scheduleUrl('weeklyRun'), { method: 'POST' });
  await until(stack.readLogs, (text) => text.includes('The weekly run stands.'));
  await stack.close();
  await fired.catch(() => undefined);
  expect(await livingProcesses(processes)).toEqual([]);
  // Those too that were started while it ended: they are in the group of one that was there before.
  const orphans = await Promise.all(processes.map(({ pid }) => processTree(pid)));
  expect(orphans.flat()).toEqual([]);
});
