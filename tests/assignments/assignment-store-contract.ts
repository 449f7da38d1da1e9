// What every store of assignments promises, whatever it stands on.
import { describe, expect, test } from 'vitest';
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import type { AssignmentStore } from '../../functions/assignments/assignment-store.ts';
import type { AssignmentChange } from '../../functions/assignments/decide-submission.ts';
import type { Learner } from '../../functions/learners/learner.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aWeek } from '../kit/a-week.ts';

export type OpenStore = {
  store: AssignmentStore;
  saveLearner(learner: Learner): Promise<void>;
};

const id = 'shopify-1001';
const at = new Date('2026-11-25T10:00:00.123Z');
const weeks = { '2026-W47': aWeek('text'), '2026-W48': aWeek('number') };
const placement = { version: '1', levelId: 'curious', placedAt: at };
const nowhere = { learnerId: 'shopify-9', weekOf: () => '2026-W48' };
const here = { learnerId: id, weekOf: () => '2026-W48' };

function aChange(overrides: Partial<AssignmentRecord> = {}): AssignmentChange {
  const record: AssignmentRecord = {
    learnerId: id,
    week: '2026-W48',
    challengeId: 'number',
    outcome: 'PASSED',
    submissions: [
      {
        id: `2026-W48_${id}_1`,
        challengeId: 'number',
        answer: 'Acht: „8“ 🐌',
        mark: 'PASSED',
        note: null,
        submittedAt: at,
        revision: 7,
        leveledUp: true,
        idempotencyKey: 'a-key',
      },
    ],
    toReviewSince: null,
    ...overrides,
  };
  const learnerWeek = aWeek(record.challengeId, { outcome: record.outcome, answeredAt: at });
  return { record, progress: { levelId: 'keen', passes: 0, firstSubmittedAt: at, learnerWeek } };
}

export function promisesOfAssignmentStore(name: string, open: () => OpenStore): void {
  const opened = async () => {
    const it = open();
    await it.saveLearner(aLearner({ weeks, placement }));
    return it.store;
  };
  const everything = (store: AssignmentStore) => store.withLearner(id, ['2026-W47', '2026-W48']);

  describe(`a store of assignments, ${name},`, () => {
    test('knows no learner and no answer before there are any', async () => {
      const { store } = open();
      expect(await store.withLearner(id, ['2026-W48'])).toEqual({
        learner: null,
        records: new Map([['2026-W48', null]]),
      });
      expect(await store.ofWeeks(id, [])).toEqual([]);
      expect(await store.ofWeeks(id, ['2026-W48', '2026-W47'])).toEqual([null, null]);
      expect(await store.toReview(null, 10)).toEqual([]);
    });

    test('decides nothing for a learner who is gone', async () => {
      const store = await opened();
      const decide = () => {
        throw new Error('It was asked.');
      };
      expect(await store.change(nowhere, decide)).toBeNull();
    });

    test('shows a decision what is stored, and gives what it decided with all as it is afterwards', async () => {
      const store = await opened();
      const change = aChange();
      const first = await store.change(here, (found) => ({ change, found }));
      const learner = aLearner({ weeks, placement });
      expect(first?.decision.found).toEqual({ learner, week: '2026-W48', record: null });
      const after = {
        ...learner,
        ...{ levelId: 'keen', passes: 0, firstSubmittedAt: at },
        weeks: { ...weeks, '2026-W48': aWeek('number', { outcome: 'PASSED', answeredAt: at }) },
      };
      expect(first).toMatchObject({ learner: after, week: '2026-W48', record: change.record });
      expect(await everything(store)).toEqual({
        learner: after,
        records: new Map([
          ['2026-W47', null],
          ['2026-W48', change.record],
        ]),
      });
      expect(await store.ofWeeks(id, ['2026-W48', '2026-W47', '2026-W01'])).toEqual([change.record, null, null]);
      const second = await store.change(here, (found) => ({ change: null, found }));
      expect(second?.decision.found).toEqual({ learner: after, week: '2026-W48', record: change.record });
    });

    test('looks for the week in the learner as they are, and finds no answer where there is no week', async () => {
      const store = await opened();
      const found = await store.change(
        { learnerId: id, weekOf: (learner) => Object.keys(learner.weeks).find((week) => week > '2026-W99') ?? null },
        ({ week, record }) => ({ change: null, week, record }),
      );
      expect(found).toMatchObject({ week: null, record: null, decision: { week: null, record: null } });
    });

    test('writes nothing where nothing is decided, and nothing where deciding fails', async () => {
      const store = await opened();
      await store.change(here, () => ({ change: aChange() }));
      const before = await everything(store);
      await store.change(here, () => ({ change: null }));
      const failing = store.change(here, () => {
        throw new RangeError('No.');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await everything(store)).toEqual(before);
    });

    test('leaves the other weeks and all other parts of the learner as they are', async () => {
      const store = await opened();
      await store.change(here, () => ({ change: aChange() }));
      const other = aChange({ week: '2026-W47', challengeId: 'text', outcome: 'FAILED' });
      await store.change({ learnerId: id, weekOf: () => '2026-W47' }, () => ({ change: other }));
      const { learner, records } = await everything(store);
      expect(records.get('2026-W48')).toEqual(aChange().record);
      expect(learner).toMatchObject({
        ...{ placement, customer: aLearner().customer, mail: aLearner().mail },
        weeks: { '2026-W47': { outcome: 'FAILED' }, '2026-W48': { outcome: 'PASSED' } },
      });
    });

    test('replaces the answers of an assignment as a whole, also where nothing of the learner changes', async () => {
      const store = await opened();
      const change = aChange();
      await store.change(here, () => ({ change }));
      const [only] = change.record.submissions;
      if (only === undefined) throw new Error('No submission.');
      const submissions = [
        { ...only, mark: 'FAILED' as const, note: 'Almost.' },
        { ...only, id: `2026-W48_${id}_2` },
      ];
      const later = { ...change, record: { ...change.record, submissions } };
      await store.change(here, () => ({ change: later }));
      expect(await store.ofWeeks(id, ['2026-W48'])).toEqual([later.record]);
    });

    test('queues what waits for a review: the longest first, then by id, after a place, at most so many', async () => {
      const { store, saveLearner } = open();
      const minute = (count: number) => new Date(at.getTime() + count * 60_000);
      const waiting = [
        { learnerId: 'shopify-3', toReviewSince: minute(2) },
        { learnerId: 'shopify-2', toReviewSince: minute(1) },
        { learnerId: 'shopify-1', toReviewSince: minute(2) },
        { learnerId: 'shopify-4', toReviewSince: null },
        { learnerId: 'shopify-5', toReviewSince: minute(3) },
      ];
      for (const { learnerId, toReviewSince } of waiting) {
        await saveLearner(aLearner({ id: learnerId, weeks }));
        const change = aChange({ learnerId, toReviewSince });
        await store.change({ learnerId, weekOf: () => '2026-W48' }, () => ({ change }));
      }
      const ids = async (...page: Parameters<AssignmentStore['toReview']>) =>
        (await store.toReview(...page)).map(({ record }) => record?.learnerId);
      expect(await ids(null, 10)).toEqual(['shopify-2', 'shopify-1', 'shopify-3', 'shopify-5']);
      expect(await ids(null, 2)).toEqual(['shopify-2', 'shopify-1']);
      expect(await ids({ toReviewSince: minute(2), id: '2026-W48_shopify-1' }, 10)).toEqual(['shopify-3', 'shopify-5']);
      // A place whose assignment waits no more is a place all the same.
      expect(await ids({ toReviewSince: minute(2), id: '2026-W48_shopify-2' }, 1)).toEqual(['shopify-3']);
      expect(await ids({ toReviewSince: minute(3), id: '2026-W48_shopify-5' }, 10)).toEqual([]);
    });
  });
}
