import { beforeEach, describe, expect, test } from 'vitest';
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { mailStatus } from '../../functions/learners/mail-status.ts';
import { resumeMail } from '../../functions/learners/resume-mail.ts';
import { saveCustomers } from '../../functions/learners/save-customers.ts';
import { undoUnsubscribe } from '../../functions/learners/undo-unsubscribe.ts';
import { unsubscribe } from '../../functions/learners/unsubscribe.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import { aHouse, type House } from '../kit/a-house.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aComplaint, aHardBounce, aSesEvent } from '../kit/a-ses-event.ts';
import { aCustomer } from '../kit/fill-house.ts';

const ada = 'shopify-1001';
const recipients = ['ada@example.com'];
let house: House;

beforeEach(async () => {
  house = aHouse();
  await house.saveLearners(
    aLearner({ id: ada, customer: { address: 'Ada@Example.com' } }),
    aLearner({ id: 'shopify-9' }),
  );
});

const record = (event: SesEvent) => recordEvent(house.services, event);
const suppressedOf = async (id = ada) => (await house.stores.learners.get(id))?.mail.suppressed;
const suppressionOf = async (address: string) => (await house.stores.suppressions.getAll([address])).get(address);
const bounced = { reason: 'BOUNCE', since: aHardBounce().at };
const complained = { reason: 'COMPLAINT', since: aComplaint().at };

/** What lies in the collections that an event may write, with what tells whether it was written again. */
async function everything() {
  const collections = ['deliveries', 'suppressions', 'learners'].map((name) => house.db.collection(name).get());
  return (await Promise.all(collections)).flatMap(({ docs }) =>
    docs.map((document) => [document.ref.path, document.data()]),
  );
}

describe('an event of SES', () => {
  test('costs one write and no read', async () => {
    const before = { ...house.billed };
    expect(await record(aSesEvent())).toEqual({ did: 'recorded' });
    expect(house.billed).toEqual({ reads: before.reads, writes: before.writes + 1 });
  });

  test.each([null, 'newsletter-7', '2026-W48_woo-1'])(
    'about another mail (%j) is foreign, and nothing is written',
    async (assignmentId) => {
      const before = await everything();
      for (const kind of ['send', 'delivery', 'reject', 'renderingFailure', 'deliveryDelay'] as const) {
        expect(await record(aSesEvent({ kind, assignmentId, recipients }))).toEqual({ did: 'foreign' });
      }
      const transient = { kind: 'TRANSIENT', subType: 'General' } as const;
      expect(await record(aHardBounce({ assignmentId, recipients, bounce: transient }))).toEqual({ did: 'foreign' });
      expect(await everything()).toEqual(before);
    },
  );

  test('that comes twice leaves everything as it was', async () => {
    const events = [aSesEvent(), aHardBounce({ recipients }), aComplaint({ recipients })];
    for (const event of events) await record(event);
    const once = await everything();
    for (const event of events.toReversed()) await record(event);
    expect(await everything()).toEqual(once);
  });

  test('comes again where Firestore failed, and then all of it is done', async () => {
    const failing = house.instance({
      before: async (name) => {
        if (name === 'runQuery') throw new Error('Unavailable.');
        return 0;
      },
      after: async () => undefined,
    });
    await expect(recordEvent(failing.services, aComplaint({ recipients }))).rejects.toThrow('Unavailable.');
    await failing.expireTransactions();
    await record(aComplaint({ recipients }));
    expect(await suppressedOf()).toEqual(complained);
  });
});

describe('an address that bounced for good or complained', () => {
  test.each([
    ['bounce', aHardBounce({ recipients }), bounced],
    ['complaint', aComplaint({ recipients }), complained],
  ])('is suppressed by one %s at once, for everyone who has it and nobody else', async (_name, event, stands) => {
    await house.saveLearners(
      aLearner({ id: 'shopify-1002', customer: { address: 'ada@example.COM', sharesAddress: true } }),
    );
    expect(await record(event)).toEqual({ did: 'recorded' });
    expect(await suppressionOf('ada@example.com')).toEqual(stands);
    for (const id of [ada, 'shopify-1002']) expect(await suppressedOf(id)).toEqual(stands);
    expect(await suppressedOf('shopify-9')).toBeNull();
  });

  test.each([
    ['bounce', aHardBounce({ assignmentId: null, recipients }), bounced],
    ['complaint', aComplaint({ assignmentId: null, recipients }), complained],
  ])('is suppressed also where the %s names no assignment', async (_name, event, stands) => {
    expect(await record(event)).toEqual({ did: 'foreign' });
    expect(await suppressionOf('ada@example.com')).toEqual(stands);
    expect(await suppressedOf()).toEqual(stands);
    expect((await house.db.collection('deliveries').get()).size).toBe(0);
  });

  test('is suppressed, and counted by no guard, where the account’s own list kept the mail back', async () => {
    const subType = 'OnAccountSuppressionList';
    await record(aHardBounce({ recipients, subType, bounce: { kind: 'PERMANENT', subType } }));
    await record(aComplaint({ recipients, subType }));
    expect(await suppressedOf()).toEqual(complained);
    expect(await house.stores.deliveries.hardBounces('2026-W48')).toBe(0);
    expect(await house.stores.deliveries.complaints(['2026-W48'])).toBe(0);
  });

  test('is suppressed with all others of a mail to more than 30', async () => {
    const many = Array.from({ length: 50 }, (_, at) => `reader-${at}@example.com`);
    await record(aHardBounce({ assignmentId: null, recipients: [...many, ...recipients] }));
    expect(await suppressedOf()).toEqual(bounced);
    expect(await suppressionOf('reader-49@example.com')).toEqual(bounced);
  });

  test.each(['TRANSIENT', 'UNDETERMINED'] as const)('is not one whose bounce is %s', async (kind) => {
    await record(aHardBounce({ recipients, bounce: { kind, subType: 'General' } }));
    expect(await suppressionOf('ada@example.com')).toBeUndefined();
    expect(await suppressedOf()).toBeNull();
  });

  test('that SES writes in Punycode and in other case is the learner’s all the same', async () => {
    await house.saveLearners(aLearner({ id: ada, customer: { address: 'Ada@Bücher.Example' } }));
    await record(aHardBounce({ recipients: ['aDa@xn--bcher-kva.example'] }));
    expect(await suppressedOf()).toEqual(bounced);
    expect(await suppressionOf('ada@bücher.example')).toEqual(bounced);
    expect(await suppressionOf('ada@xn--bcher-kva.example')).toEqual(bounced);
  });

  test('is the learner’s also where the shop writes its domain in letters of another form', async () => {
    const fullWidth = 'ada@ｅｘａｍｐｌｅ.com';
    await house.saveLearners(aLearner({ id: ada, customer: { address: fullWidth } }));
    await record(aHardBounce({ recipients }));
    expect(await suppressedOf()).toEqual(bounced);
    expect(await suppressionOf(fullWidth)).toEqual(bounced);
  });

  test('is suppressed without the learner, where they have another one since', async () => {
    await record(aHardBounce({ recipients: ['old@example.com'] }));
    expect(await suppressionOf('old@example.com')).toEqual(bounced);
    expect(await suppressionOf('ada@example.com')).toBeUndefined();
    expect(await suppressedOf()).toBeNull();
  });

  test('is the learner’s present one where the event names none', async () => {
    await record(aComplaint({ recipients: [] }));
    expect(await suppressedOf()).toEqual(complained);
  });

  test('of a learner who is gone or cannot be read is suppressed all the same', async () => {
    await house.db
      .collection('learners')
      .doc(ada)
      .set({ customer: { addressKey: 'ada@example.com' } });
    await record(aHardBounce({ recipients }));
    await record(aHardBounce({ assignmentId: '2026-W48_shopify-404', recipients: ['eve@example.com'] }));
    expect(await suppressionOf('ada@example.com')).toEqual(bounced);
    expect(await suppressionOf('eve@example.com')).toEqual(bounced);
  });

  test('stands as the hardest that came, in whatever order: complaint, bounce, wish', async () => {
    await unsubscribe(house.services, ada);
    await record(aHardBounce({ recipients }));
    expect(await suppressionOf('ada@example.com')).toEqual(bounced);
    await record(aComplaint({ recipients }));
    await record(aHardBounce({ recipients, feedbackId: 'later', at: new Date('2026-11-30T00:00:00Z') }));
    expect(await suppressionOf('ada@example.com')).toEqual(complained);
    expect(await suppressedOf()).toEqual(complained);
  });
});

describe('what lifts what', () => {
  const consentAt = new Date('2026-12-01T00:00:00Z');
  const customer = (overrides: object) => aCustomer('1001', { address: 'Ada@Example.com', ...overrides });
  const sync = (overrides: object) => saveCustomers(house.services, [customer(overrides)]);
  const status = async () => {
    const learner = await house.stores.learners.get(ada);
    return learner && mailStatus(learner, new Date('2026-12-07T08:00:00Z'));
  };

  test('a later subscription in the shop lifts a wish to unsubscribe', async () => {
    await unsubscribe(house.services, ada);
    await sync({});
    expect(await status()).toBe('UNSUBSCRIBED');
    await sync({ consentAt });
    expect(await status()).toBe('SUBSCRIBED');
  });

  test.each([
    ['complaint', aComplaint({ recipients }), complained],
    ['bounce', aHardBounce({ recipients }), bounced],
  ])(
    'a %s is lifted neither by a later subscription, nor by resuming, nor by undoing',
    async (_name, event, stands) => {
      await unsubscribe(house.services, ada);
      await record(event);
      await sync({ consentAt });
      await resumeMail(house.services, ada);
      await undoUnsubscribe(house.services, ada, house.clock.now());
      expect(await status()).toBe('SUPPRESSED');
      expect(await suppressedOf()).toEqual(stands);
      expect(await suppressionOf('ada@example.com')).toEqual(stands);
    },
  );

  test('a complaint finds the address again after the learner had another, and whoever gets it later', async () => {
    await record(aComplaint({ recipients }));
    await sync({ address: 'new@example.com' });
    expect(await status()).toBe('SUBSCRIBED');
    await sync({});
    expect(await status()).toBe('SUPPRESSED');
    await saveCustomers(house.services, [aCustomer('1003', { address: 'ada@example.com', consentAt })]);
    expect(await suppressedOf('shopify-1003')).toEqual(complained);
  });
});
