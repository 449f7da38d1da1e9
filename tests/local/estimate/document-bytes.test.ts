import { expect, test } from 'vitest';
import { assignmentRecordSchema } from '../../../functions/assignments/assignment-record.ts';
import { deliverySchema } from '../../../functions/deliveries/delivery.ts';
import { learnerSchema } from '../../../functions/learners/learner.ts';
import { batchSchema } from '../../../functions/weekly-run/batch.ts';
import { pageSchema } from '../../../functions/weekly-run/page.ts';
import { documentBytes } from '../../../local/estimate/document-bytes.ts';
import { storedBytes } from '../../../local/estimate/stored-bytes.ts';
import { typicalDocuments } from '../../../local/estimate/typical-documents.ts';

const task = { type: 'Personal', done: false, priority: 1, description: 'Learn Cloud Firestore' };

test('the example of Firestore’s documentation weighs what it says there', () => {
  expect(documentBytes('users/jeff/tasks/my_task_id', task)).toBe(147);
});

test('an index adds an entry with the name, the field, its value and 32 bytes', () => {
  expect(documentBytes('users/jeff/tasks/my_task_id', task, ['done'])).toBe(147 + 44 + 5 + 1 + 32);
});

test('text counts in UTF-8, a time 8, null 1, a list its values, a map its names and values', () => {
  const weigh = (value: unknown) => documentBytes('a/b', { f: value }) - documentBytes('a/b', {}) - 2;
  expect(weigh('é')).toBe(3);
  expect(weigh(new Date(0))).toBe(8);
  expect(weigh(null)).toBe(1);
  expect(weigh([true, 1])).toBe(9);
  expect(weigh({ ab: 'c' })).toBe(5);
  expect(() => weigh(undefined)).toThrow(/undefined/);
});

test('the typical documents are ones that the real schemas take as they are', () => {
  for (const [schema, document] of [
    [learnerSchema, typicalDocuments.learner(52)],
    [assignmentRecordSchema, typicalDocuments.assignment()],
    [batchSchema, typicalDocuments.batch()],
    [pageSchema, typicalDocuments.page(1_000)],
  ] as const) {
    expect(schema.parse(document)).toEqual(document);
  }
  // Written by merging, so what no event told of is not there.
  const delivery = typicalDocuments.delivery();
  expect(deliverySchema.parse(delivery)).toMatchObject(delivery);
  expect([delivery.sends, delivery.deliveries].map((notices) => Object.keys(notices ?? {}).length)).toEqual([1, 1]);
  expect(Object.keys(typicalDocuments.learner(52).weeks)).toHaveLength(52);
  expect(Object.keys(typicalDocuments.batch().outcomes)).toHaveLength(100);
});

test('no document comes near the 1 MiB that Firestore takes, after ten years either', () => {
  expect(documentBytes('learners/shopify-7012345678901', typicalDocuments.learner(520))).toBeLessThan(2 ** 20 / 10);
  expect(documentBytes('weeklyRuns/2026-W48/batches/000001', typicalDocuments.batch())).toBeLessThan(2 ** 20 / 10);
});

test('a year of a learner is the sum of its parts, and answers weigh most', () => {
  const { learner, assignments, deliveries, run, total } = storedBytes(1);
  expect(total).toBeCloseTo(learner + assignments + deliveries + run);
  expect(assignments).toBeGreaterThan(learner + run);
  expect(assignments).toBeGreaterThan(deliveries);
  expect(storedBytes(0).assignments).toBe(0);
});
