import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firestoreIndexes } from '../../../local/doctor/firestore-indexes.ts';
import { googlePatient } from './google-patient.ts';
import { lookAt } from './look-at.ts';

const file: {
  indexes: { collectionGroup: string; queryScope: string; fields: { fieldPath: string; order: string }[] }[];
  fieldOverrides: {
    collectionGroup: string;
    fieldPath: string;
    ttl?: boolean;
    indexes: { order?: string; queryScope: string }[];
  }[];
} = JSON.parse(await readFile(join(import.meta.dirname, '../../../firestore.indexes.json'), 'utf8'));

const database = 'projects/my-shop/databases/(default)';
const groups = `firestore.googleapis.com/v1/${database}/collectionGroups/-`;

/** The file's indexes as the Firestore Admin API lists them. */
const indexes = file.indexes.map(({ collectionGroup, queryScope, fields }, id) => ({
  name: `${database}/collectionGroups/${collectionGroup}/indexes/C${id}`,
  queryScope,
  state: 'READY',
  fields: [...fields, { fieldPath: '__name__', order: 'DESCENDING' }],
}));
const fields = file.fieldOverrides.map(({ collectionGroup, fieldPath, ttl, indexes: own }) => ({
  name: `${database}/collectionGroups/${collectionGroup}/fields/${fieldPath}`,
  indexConfig: {
    indexes: own.map(({ queryScope, ...direction }) => ({
      queryScope,
      state: 'READY',
      fields: [{ fieldPath, ...direction }],
    })),
  },
  ...(ttl ? { ttlConfig: { state: 'ACTIVE' } } : {}),
}));

async function linesFor(changed: { indexes?: object[]; fields?: object[] }) {
  const all = { indexes, fields, ...changed };
  const patient = await googlePatient({
    [`${groups}/indexes`]: { indexes: all.indexes },
    [`${groups}/fields`]: { fields: all.fields.slice(0, 20), nextPageToken: 'rest' },
    [`${groups}/fields?pageToken=rest`]: { fields: all.fields.slice(20) },
  });
  return lookAt(() => firestoreIndexes(patient));
}

test('the indexes and field settings of the file, on several pages, are ok', async () => {
  expect(await linesFor({})).toEqual([
    expect.stringMatching(`^ok .*: ${indexes.length + fields.length} indexes and field settings`),
  ]);
});

test.each([
  [
    'an index that is still being built',
    { indexes: indexes.map((each) => ({ ...each, state: 'CREATING' })) },
    /still being built/,
  ],
  [
    'an index that the file has not',
    { indexes: [...indexes, { ...indexes[0], fields: [{ fieldPath: 'page', order: 'ASCENDING' }] }] },
    /1 indexes that the file has not/,
  ],
])('%s is a warning', async (_what, changed, told) => {
  const [line] = await linesFor(changed);
  expect(line).toMatch(/^warning /);
  expect(line).toMatch(told);
});

test.each([
  ['a missing index', { indexes: [] }, /first pages \(walk DESCENDING, page DESCENDING, COLLECTION\)/],
  ['a field without its exemption', { fields: fields.slice(1) }, /first levels\.id/],
  ['a field without its TTL', { fields: fields.map(({ ttlConfig, ...each }) => each) }, /pages\.expiresAt/],
  ['a field with another index', { fields: fields.map((each) => ({ ...each, indexConfig: {} })) }, /levels\.order/],
])('%s is to be fixed', async (_what, changed, told) => {
  const [line] = await linesFor(changed);
  expect(line).toMatch(/^fix this .*firebase deploy --only firestore:indexes --project my-shop$/);
  expect(line).toMatch(told);
});
