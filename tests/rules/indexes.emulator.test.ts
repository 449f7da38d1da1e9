// The declared indexes against what the stores ask, and what their documents hold.
import { createRequire } from 'node:module';
import { Firestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stores } from '../../functions/stores.ts';
import { aLearner } from '../kit/a-learner.ts';
import { type RecordedQuery, recordQueries } from '../kit/record-queries.ts';
import { testConfig } from '../kit/test-config.ts';
import { documentShapes } from './document-shapes.ts';
import { indexFaults } from './index-faults.ts';
import { type IndexFile, readIndexFile } from './index-file.ts';
import { askedLearnerId, storeQueries } from './store-queries.ts';

const db = new Firestore({ projectId: 'demo-indexes' });
const asked = new Map<string, RecordedQuery[]>();
const refused: string[] = [];
let file: IndexFile;

beforeAll(async () => {
  file = await readIndexFile();
  const learner = aLearner({ id: askedLearnerId });
  await db.collection('learners').doc(learner.id).set(learner);
  const recorded = recordQueries(db);
  const hashKey = testConfig().addressHashKey;
  for (const { name, call } of storeQueries(stores(db, () => hashKey))) {
    const before = recorded.length;
    await call().catch((error: Error) => refused.push(`${name}: ${error.message}`));
    asked.set(name, recorded.slice(before));
  }
});

afterAll(() => db.terminate());

describe('firestore.indexes.json', () => {
  it('is what the deploying tool takes', () => {
    const { FirestoreApi } = createRequire(import.meta.url)('firebase-tools/lib/firestore/api');
    expect(() => new FirestoreApi().validateSpec(file)).not.toThrow();
    expect(() => new FirestoreApi().validateSpec({ indexes: [{ collectionGroup: 'learners' }] })).toThrow('queryScope');
  });

  it('serves every query of every store, and indexes nothing that none of them asks for', () => {
    expect(indexFaults(file, [...asked.values()].flat(), documentShapes)).toEqual([]);
  });

  it('stays under the 200 exemptions that a database may have', () => {
    expect(file.fieldOverrides.length).toBeLessThan(200);
  });

  it('lets alerts, batches, deliveries, pages and received events expire, and nothing else', () => {
    const expiring = file.fieldOverrides.filter(({ ttl }) => ttl === true);
    expect(expiring.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`).sort()).toEqual([
      'alerts.expiresAt',
      'batches.expiresAt',
      'deliveries.expiresAt',
      'pages.expiresAt',
      'receivedEvents.expiresAt',
    ]);
  });

  it('lets exactly those documents expire that say when', () => {
    const dated = Object.keys(documentShapes).filter((group) => documentShapes[group]?.expiresAt !== undefined);
    // Received events come with the webhooks, and their schema with them.
    expect([...dated, 'receivedEvents'].sort()).toEqual(['alerts', 'batches', 'deliveries', 'pages', 'receivedEvents']);
  });
});

describe('Firestore', () => {
  it('answers every query of every store', () => {
    expect(refused).toEqual([]);
  });
});

describe('the recorder', () => {
  it('hears every store method that sends a query', () => {
    expect([...asked].filter(([, queries]) => queries.length === 0)).toEqual([]);
  });

  it('hears an aggregation with its filters', () => {
    expect(asked.get('learners.countEntitled')).toEqual([
      {
        collectionGroup: 'learners',
        everywhere: false,
        filters: [
          { field: 'customer.entitled', op: 'EQUAL' },
          { field: '__name__', op: 'GREATER_THAN_OR_EQUAL' },
          { field: '__name__', op: 'LESS_THAN' },
        ],
        orders: [],
      },
    ]);
  });

  it('hears queries in a transaction, over a collection group, and as a stream', async () => {
    const other = new Firestore({ projectId: 'demo-indexes' });
    const recorded = recordQueries(other);
    await other.runTransaction((transaction) => transaction.get(other.collection('one').where('a', '==', null)));
    await other.collectionGroup('two').orderBy('b', 'desc').get();
    for await (const _ of other.collection('three').where('c', 'array-contains', 1).stream()) break;
    expect(recorded.map(({ collectionGroup, everywhere }) => [collectionGroup, everywhere])).toEqual([
      ['one', false],
      ['two', true],
      ['three', false],
    ]);
    expect(recorded.flatMap(({ filters }) => filters)).toEqual([
      { field: 'a', op: 'IS_NULL' },
      { field: 'c', op: 'ARRAY_CONTAINS' },
    ]);
    await other.terminate();
  });
});
