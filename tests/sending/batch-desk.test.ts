import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { batchDesk } from '../../functions/sending/batch-desk.ts';
import { closeDesk } from '../../functions/sending/close-desk.ts';
import type { Sender } from '../../functions/sending/sender.ts';
import type { Batch, Outcome } from '../../functions/weekly-run/batch.ts';
import type { BatchCommit, StoredBatch } from '../../functions/weekly-run/batch-store.ts';
import { tally } from '../../functions/weekly-run/tally.ts';
import { aBatch } from '../kit/a-batch.ts';
import { fakeClock } from '../kit/fake-clock.ts';

const at = new Date('2026-11-23T08:10:00Z');
const accepted = (sesId: string): Outcome => ({ state: 'accepted', sesId, at });
const four = aBatch({ a: null, b: null, c: null, d: null });

/** A desk over one stored batch, whose lease `holder` holds; `beforeWrite` may do what happens meanwhile, or throw. */
function deskOver(batch: Batch) {
  const store = {
    stored: { batch, version: Timestamp.fromMillis(0) },
    holder: 'me',
    writes: [] as { how: 'commit' | 'locked'; parts: BatchCommit['parts'] }[],
    beforeWrite: (): void => undefined,
    afterWrite: (): void => undefined,
  };
  function write(how: 'commit' | 'locked', before: StoredBatch, { parts }: BatchCommit): StoredBatch {
    store.beforeWrite();
    if (!before.version.isEqual(store.stored.version)) throw new Error('FAILED_PRECONDITION');
    store.writes.push({ how, parts });
    store.stored = {
      batch: { ...store.stored.batch, ...parts },
      version: Timestamp.fromMillis(store.stored.version.toMillis() + 1),
    };
    store.afterWrite();
    return store.stored;
  }
  const batches = {
    get: async () => store.stored,
    commit: async (_: string, before: StoredBatch, commit: BatchCommit) => write('commit', before, commit),
    commitLocked: async (_: string, before: StoredBatch, commit: BatchCommit) => void write('locked', before, commit),
  };
  const stores = async () => ({ batches, runs: { get: async () => ({ sender: { id: store.holder } }) } });
  const sender = { id: 'me', week: '2026-W48', services: { clock: fakeClock(at.toISOString()), stores } };
  return { desk: batchDesk(sender as unknown as Sender, store.stored), store };
}

const ids = (mails: { learnerId: string }[]) => mails.map(({ learnerId }) => learnerId);

test('an outcome that comes while a write is under way goes with the next one, and with no other', async () => {
  const { desk, store } = deskOver(four);
  desk.claim(2);
  await desk.write(['a', 'b'], []);
  desk.book('a', accepted('1'));
  store.beforeWrite = () => desk.book('b', accepted('2'));
  desk.claim(1);
  expect(await desk.write(['c'], [])).toBe('written');
  // b was on its way as this was written.
  expect(store.stored.batch).toMatchObject({ inFlight: { senderId: 'me', learnerIds: ['b', 'c'] } });
  expect(Object.keys(store.stored.batch.outcomes)).toEqual(['a']);
  store.beforeWrite = () => undefined;
  expect(desk.isDirty()).toBe(true);
  await desk.write([], []);
  expect(store.stored.batch.outcomes).toEqual({ a: accepted('1'), b: accepted('2') });
  expect(store.stored.batch.inFlight).toEqual({ senderId: 'me', learnerIds: ['c'] });
});

test('in flight are all of overlapping groups that have no outcome, until their group ends', async () => {
  const { desk, store } = deskOver(four);
  const first = desk.claim(2);
  await desk.write(ids(first), []);
  const second = desk.claim(2);
  expect(desk.pending()).toEqual([]);
  await desk.write(ids(second), []);
  expect(store.stored.batch.inFlight?.learnerIds).toEqual(['a', 'b', 'c', 'd']);
  desk.book('b', accepted('1'));
  desk.release(first);
  // a was surely not sent.
  expect(ids(desk.pending())).toEqual(['a']);
  await desk.write([], []);
  expect(store.stored.batch.inFlight?.learnerIds).toEqual(['c', 'd']);
  desk.book('c', accepted('2'));
  desk.book('d', accepted('3'));
  desk.release(second);
  await desk.write([], []);
  expect(store.stored.batch.inFlight).toBeNull();
  expect(desk.isDirty()).toBe(false);
  expect(desk.isDone()).toBe(false);
});

test('a refused write loses nothing that is held and lets nobody go; the next locks', async () => {
  const { desk, store } = deskOver(four);
  const first = desk.claim(1);
  await desk.write(ids(first), []);
  desk.book('a', accepted('1'));
  store.beforeWrite = () => {
    store.beforeWrite = () => undefined;
    throw new Error('A learner has changed.');
  };
  const second = desk.claim(1);
  expect(await desk.write(ids(second), [])).toBe('refused');
  desk.release(second);
  expect(store.stored.batch.inFlight?.learnerIds).toEqual(['a']);
  expect(ids(desk.pending())).toEqual(['b', 'c', 'd']);
  expect(await desk.write(['b'], [])).toBe('written');
  expect(store.writes.at(-1)).toMatchObject({ how: 'locked', parts: { outcomes: { a: accepted('1') } } });
  expect(store.stored.batch.inFlight?.learnerIds).toEqual(['b']);
});

test('a write whose answer got lost counts as written, and what came meanwhile is kept', async () => {
  const { desk, store } = deskOver(four);
  desk.claim(2);
  await desk.write(['a', 'b'], []);
  desk.book('a', accepted('1'));
  store.afterWrite = () => {
    store.afterWrite = () => undefined;
    desk.book('b', accepted('2'));
    throw new Error('DEADLINE_EXCEEDED');
  };
  expect(await desk.write([], [])).toBe('written');
  expect(Object.keys(store.stored.batch.outcomes)).toEqual(['a']);
  await desk.write([], []);
  expect(Object.keys(store.stored.batch.outcomes)).toEqual(['a', 'b']);
});

test('what another sender left in flight is unknown, and is not claimed', async () => {
  const { desk, store } = deskOver({ ...four, inFlight: { senderId: 'dead', learnerIds: ['a', 'c'] } });
  expect(ids(desk.claim(4))).toEqual(['b', 'd']);
  await desk.write(['b', 'd'], []);
  expect(store.stored.batch.outcomes).toEqual({
    a: { state: 'unknown', error: 'SenderDied', at },
    c: { state: 'unknown', error: 'SenderDied', at },
  });
  expect(store.stored.batch.inFlight).toEqual({ senderId: 'me', learnerIds: ['b', 'd'] });
});

test('a batch that another sender wrote is lost, and is left as it is', async () => {
  const { desk, store } = deskOver(four);
  desk.claim(2);
  await desk.write(['a', 'b'], []);
  desk.book('a', accepted('1'));
  store.holder = 'another';
  store.stored = { ...store.stored, version: Timestamp.fromMillis(99) };
  expect(await desk.write([], [])).toBe('lost');
  expect(store.stored.batch.outcomes).toEqual({});
});

test.each([
  ['missing', undefined],
  ['from before its last outcomes', tally(four)],
])('sums of a batch that are %s are written with its closing, once', async (_, stale) => {
  const outcomes = { a: accepted('1'), b: accepted('2'), c: accepted('3'), d: accepted('4') };
  const { desk, store } = deskOver({ ...four, outcomes, ...(stale && { tally: stale }) });
  expect(desk.isDone()).toBe(true);
  expect(desk.isDirty()).toBe(true);
  expect(await closeDesk(desk)).toBeNull();
  expect(store.writes).toEqual([{ how: 'commit', parts: { inFlight: null, outcomes } }]);
  expect(desk.isDirty()).toBe(false);
});

test('a batch that is done, and whose sums are its own, is not written', async () => {
  const done = { ...four, outcomes: { a: accepted('1'), b: accepted('2'), c: accepted('3'), d: accepted('4') } };
  const { desk } = deskOver({ ...done, tally: tally(done) });
  expect(desk.isDirty()).toBe(false);
});
