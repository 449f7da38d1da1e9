import fc from 'fast-check';
import { Firestore } from 'firebase-admin/firestore';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { deliverySchema } from '../../functions/deliveries/delivery.ts';
import { deliveryParts } from '../../functions/deliveries/delivery-parts.ts';
import { deliveryStore } from '../../functions/deliveries/delivery-store.ts';
import { parseDocument } from '../../functions/firestore.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import { aComplaint, aHardBounce, aSesEvent } from '../kit/a-ses-event.ts';
import { memoryDeliveries } from '../kit/memory-deliveries.ts';
import { arbitraryEvents, inAnyOrder } from './arbitrary-events.ts';

const db = new Firestore({ projectId: 'demo-delivery-store' });
const store = deliveryStore(db);
const week = '2026-W48';
const merge = (event: SesEvent, learnerId = 'shopify-1001', ofWeek = week) =>
  store.merge(deliveryParts(event, { week: ofWeek, learnerId }));

beforeEach(() => db.recursiveDelete(db.collection('deliveries')));
afterAll(() => db.terminate());

test('doubled, reordered and simultaneous events end in the document that memory says', async () => {
  let tried = 0;
  const twoOrders = arbitraryEvents.chain((events) => fc.tuple(fc.constant(events), inAnyOrder(events)));
  await fc.assert(
    fc.asyncProperty(twoOrders, async ([events, reordered]) => {
      tried += 1;
      const [inTurn, atOnce] = [`shopify-1${tried}`, `shopify-2${tried}`];
      const memory = memoryDeliveries();
      for (const event of events) await memory.merge(deliveryParts(event, { week, learnerId: inTurn }));
      for (const event of reordered) await merge(event, inTurn);
      await Promise.all(reordered.map((event) => merge(event, atOnce)));
      const found = await store.getAll(week, [inTurn, atOnce]);
      expect(found.get(inTurn)).toEqual((await memory.getAll(week, [inTurn])).get(inTurn));
      const twin = found.get(inTurn);
      expect(found.get(atOnce)).toEqual(twin && { ...twin, learnerId: atOnce });
    }),
    { numRuns: 25 },
  );
});

test('the document fits its shape after any single event, and no address is in it', async () => {
  const kinds = ['send', 'delivery', 'bounce', 'complaint', 'reject', 'renderingFailure', 'deliveryDelay'] as const;
  await Promise.all(kinds.map((kind, at) => merge(aSesEvent({ kind }), `shopify-${at}`)));
  const all = await db.collection('deliveries').get();
  expect(all.docs.map((document) => parseDocument(deliverySchema, document)).map(({ learnerId }) => learnerId)).toEqual(
    kinds.map((_, at) => `shopify-${at}`),
  );
  expect(JSON.stringify(all.docs.map((document) => document.data()))).not.toContain('@');
});

test('a delivery is kept for 400 days after its week, whenever its events come', async () => {
  await merge(aSesEvent());
  await merge(aComplaint({ at: new Date('2027-03-01T00:00:00Z') }));
  const delivery = (await store.getAll(week, ['shopify-1001'])).get('shopify-1001');
  expect(delivery?.expiresAt).toEqual(new Date('2027-12-28T00:00:00Z'));
});

test('who has no delivery this week is left out, and so is one that cannot be read', async () => {
  await merge(aSesEvent(), 'shopify-1001');
  await merge(aSesEvent(), 'shopify-1002', '2026-W47');
  await db.collection('deliveries').doc(`${week}_shopify-1003`).set({ week, learnerId: 'shopify-1003', sends: 'many' });
  const found = await store.getAll(week, ['shopify-1001', 'shopify-1002', 'shopify-1003', 'shopify-1004']);
  expect([...found.keys()]).toEqual(['shopify-1001']);
  expect(await store.getAll(week, [])).toEqual(new Map());
});

test('hard bounces are counted by week, one for each learner however often they come', async () => {
  for (const learnerId of ['shopify-1', 'shopify-2']) {
    await merge(aHardBounce(), learnerId);
    await merge(aHardBounce({ feedbackId: 'another' }), learnerId);
  }
  await merge(aHardBounce({ bounce: { kind: 'TRANSIENT', subType: 'MailboxFull' } }), 'shopify-3');
  await merge(aSesEvent(), 'shopify-4');
  await merge(aHardBounce(), 'shopify-5', '2026-W47');
  expect(await store.hardBounces(week)).toBe(2);
});

test('complaints are counted over weeks, one for each mail', async () => {
  await merge(aComplaint(), 'shopify-1');
  await merge(aComplaint({ feedbackId: 'another' }), 'shopify-1');
  await merge(aComplaint(), 'shopify-1', '2026-W47');
  await merge(aComplaint(), 'shopify-1', '2026-W46');
  await merge(aHardBounce(), 'shopify-2');
  expect(await store.complaints([week, '2026-W47'])).toBe(2);
});
