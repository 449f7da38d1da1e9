import { Firestore } from 'firebase-admin/firestore';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { addressHash } from '../../functions/mail/address-hash.ts';
import { suppressionStore } from '../../functions/mail/suppression-store.ts';

const key = Buffer.alloc(32, 2).toString('base64url');
const db = new Firestore({ projectId: 'demo-suppression-store' });
const store = suppressionStore(db, () => key);
const since = new Date('2026-11-01T00:00:00Z');
const write = (address: string, data: object) => db.collection('suppressions').doc(addressHash(address, key)).set(data);

beforeEach(() => db.recursiveDelete(db.collection('suppressions')));
afterAll(() => db.terminate());

test('only the addresses that are suppressed are given, by lower-cased address', async () => {
  await write('ada@example.com', { reason: 'BOUNCE', since });
  await write('eve@example.com', { reason: 'UNSUBSCRIBED', since });
  await write('mallory@example.com', { reason: 'COMPLAINT', since });
  const found = await store.getAll([' Ada@Example.com', 'bob@example.com', 'eve@example.com', 'ADA@example.com']);
  expect([...found]).toEqual([
    ['ada@example.com', { reason: 'BOUNCE', since }],
    ['eve@example.com', { reason: 'UNSUBSCRIBED', since }],
  ]);
});

test('no address needs no key and no read', async () => {
  const keyless = suppressionStore(db, () => {
    throw new Error('No key is bound to this function.');
  });
  expect(await keyless.getAll([])).toEqual(new Map());
});

test('no document holds an address', async () => {
  await write('ada@example.com', { reason: 'BOUNCE', since });
  const all = await db.collection('suppressions').get();
  expect(JSON.stringify(all.docs.map((document) => [document.id, document.data()]))).not.toMatch(/ada|example/);
});

test('a suppression that cannot be read counts as a complaint: who is in doubt is not mailed', async () => {
  await write('ada@example.com', { reason: 'WHO_KNOWS', since: 'yesterday' });
  const found = await store.getAll(['ada@example.com']);
  expect(found.get('ada@example.com')).toEqual({ reason: 'COMPLAINT', since: expect.any(Date) });
});
