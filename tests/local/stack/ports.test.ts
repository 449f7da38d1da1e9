import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import firebaseJson from '../../../firebase.json' with { type: 'json' };
import { checkPorts } from '../../../local/stack/check-ports.ts';
import { freePorts } from '../../../local/stack/free-ports.ts';
import { fixedPorts } from '../../../local/stack/ports.ts';

let taken: Server | undefined;
afterEach(() => new Promise((resolve) => (taken ? taken.close(resolve) : resolve(undefined))));

test('a taken port is named in one line with what it is for and what to do', async () => {
  const ports = await freePorts();
  taken = createServer();
  await new Promise<void>((resolve) => taken?.listen(ports.pubsub, '127.0.0.1', resolve));
  const refusal = checkPorts(ports);
  await expect(refusal).rejects.toThrow(new RegExp(`^Port ${ports.pubsub} is taken, and Pub/Sub needs it: end what`));
  await expect(refusal).rejects.not.toThrow(/\n/);
});

test('free ports are free, and no two are the same', async () => {
  const ports = await freePorts();
  await checkPorts(ports);
  expect(new Set(Object.values(ports)).size).toBe(Object.keys(fixedPorts).length);
});

test('firebase.json names the fixed ports, all on 127.0.0.1', () => {
  const { ui: _ui, singleProjectMode: _mode, ...emulators } = firebaseJson.emulators;
  const { ses: _ses, shopify: _shopify, firestoreWebsocket, ...ports } = fixedPorts;
  const expected = Object.entries(ports).map(([name, port]) => [name, { host: '127.0.0.1', port }]);
  expect(emulators).toEqual({
    ...Object.fromEntries(expected),
    firestore: { host: '127.0.0.1', port: ports.firestore, websocketPort: firestoreWebsocket },
  });
});
