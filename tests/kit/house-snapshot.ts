// A prepared house as data, so that many houses begin where one was brought to.
import type { CollectionReference, DocumentData, DocumentReference, Firestore } from 'firebase-admin/firestore';
import { aHouse, type House } from './a-house.ts';
import type { Published } from './fake-queue.ts';
import type { FakeShopCustomer } from './fake-shop.ts';
import { watchMails } from './ses-feed.ts';

export type HouseSnapshot = {
  options: Parameters<typeof aHouse>[0];
  /** ISO instant. */
  time: string;
  documents: { path: string; data: DocumentData }[];
  waiting: Published[];
  sent: House['mailer']['sent'];
  customers: FakeShopCustomer[];
  /** Buyers in one page. */
  pageSize: number;
};

/** Everything that stands in the house's database, what waits, who is in the shop, what was mailed, and the time. */
export async function snapshotOf(house: House, options: HouseSnapshot['options']): Promise<HouseSnapshot> {
  return {
    options,
    time: house.clock.now().toISOString(),
    documents: await documentsUnder(house.db),
    waiting: structuredClone(house.queue.waiting),
    sent: [...house.mailer.sent],
    customers: structuredClone(house.shop.customers),
    pageSize: house.shop.pageSize,
  };
}

/** Another house, with a database of its own, in which all is as it was. */
export async function houseFrom(snapshot: HouseSnapshot): Promise<House> {
  const house = aHouse(snapshot.options);
  house.clock.set(snapshot.time);
  house.queue.waiting.push(...structuredClone(snapshot.waiting));
  house.mailer.sent.push(...snapshot.sent);
  watchMails(house);
  house.shop.pageSize = snapshot.pageSize;
  house.shop.customers.push(...structuredClone(snapshot.customers));
  const writes = house.db.batch();
  for (const { path, data } of snapshot.documents) writes.set(house.db.doc(path), data);
  await writes.commit();
  return house;
}

async function documentsUnder(parent: Firestore | DocumentReference): Promise<HouseSnapshot['documents']> {
  const collections = await parent.listCollections();
  return (await Promise.all(collections.map(documentsOf))).flat();
}

async function documentsOf(collection: CollectionReference): Promise<HouseSnapshot['documents']> {
  const found = await collection.get();
  const below = await Promise.all(found.docs.map(({ ref }) => documentsUnder(ref)));
  return [...found.docs.map((document) => ({ path: document.ref.path, data: document.data() })), ...below.flat()];
}
