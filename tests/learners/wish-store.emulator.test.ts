import { randomUUID } from 'node:crypto';
import { Firestore } from 'firebase-admin/firestore';
import { afterAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../functions/firestore.ts';
import { learnerSchema } from '../../functions/learners/learner.ts';
import { unsubscribe } from '../../functions/learners/unsubscribe.ts';
import { addressHash } from '../../functions/mail/address-hash.ts';
import { stores as openStores } from '../../functions/stores.ts';
import { aLearner } from '../kit/a-learner.ts';
import { anApi } from '../kit/an-api.ts';
import { testConfig } from '../kit/test-config.ts';
import { describeWishes, type WishWorld } from './wishes.ts';

const key = testConfig().addressHashKey;
const opened: Firestore[] = [];

afterAll(async () => {
  await Promise.all(opened.map((db) => db.terminate()));
});

function open(): WishWorld & { db: Firestore } {
  const db = new Firestore({ projectId: `demo-${randomUUID().slice(0, 18)}` });
  opened.push(db);
  const { services, clock } = anApi();
  const stores = openStores(db, () => key);
  return {
    db,
    services: { ...services, stores: async () => stores },
    save: async (learner) => void (await db.collection('learners').doc(learner.id).set(learner)),
    suppress: async (addressKey, suppression) =>
      void (await db.collection('suppressions').doc(addressHash(addressKey, key)).set(suppression)),
    async all() {
      const [learners, suppressions] = await Promise.all([
        db.collection('learners').get(),
        db.collection('suppressions').get(),
      ]);
      const versions = [...learners.docs, ...suppressions.docs].map(({ id, updateTime }) => [
        id,
        updateTime.toMillis(),
      ]);
      return {
        learners: Object.fromEntries(learners.docs.map((doc) => [doc.id, parseDocument(learnerSchema, doc)])),
        suppressions: suppressions.docs.map((doc) => ({ reason: doc.get('reason'), since: doc.get('since').toDate() })),
        versions,
      };
    },
    advance: (milliseconds) => clock.advance(milliseconds),
  };
}

describeWishes('in Firestore', open);

describe('the wish store', () => {
  test('someone with the same address whose document cannot be read holds nobody up', async () => {
    const { db, services, save, all } = open();
    await save(aLearner({ customer: { address: 'ada@example.com' } }));
    await db
      .collection('learners')
      .doc('shopify-7')
      .set({ customer: { addressKey: 'ada@example.com' } });
    await unsubscribe(services, 'shopify-1001');
    const [hash] = (await db.collection('suppressions').get()).docs.map(({ id }) => id);
    expect(hash).toBe(addressHash('ada@example.com', key));
    expect((await db.collection('learners').doc('shopify-7').get()).data()).toEqual({
      customer: { addressKey: 'ada@example.com' },
    });
    await expect(all()).rejects.toMatchObject({ code: 'UNREADABLE' });
  });

  test('keeps what an SES event and a sync write beside it at the same time', async () => {
    const { db, services, save, all } = open();
    await save(aLearner());
    const ref = db.collection('learners').doc('shopify-1001');
    const suppressed = { reason: 'COMPLAINT', since: new Date('2026-11-25T09:59:00Z') };
    await Promise.all([
      unsubscribe(services, 'shopify-1001'),
      ref.update({ 'mail.suppressed': suppressed }),
      ref.update({ 'customer.firstName': 'Augusta' }),
    ]);
    expect((await all()).learners['shopify-1001']).toMatchObject({
      mail: { suppressed, unsubscribedAt: services.clock.now() },
      customer: { firstName: 'Augusta' },
    });
  });

  test('keeps no address in a suppression, neither in its id nor in its fields', async () => {
    const { db, services, save } = open();
    await save(aLearner({ customer: { address: 'Ada@Example.com' } }));
    await unsubscribe(services, 'shopify-1001');
    const found = (await db.collection('suppressions').get()).docs;
    expect(found.map((doc) => Object.keys(doc.data()).sort())).toEqual([['reason', 'since']]);
    expect(JSON.stringify(found.map((doc) => [doc.id, doc.data()]))).not.toMatch(/ada|example/i);
  });
});
