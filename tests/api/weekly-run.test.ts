import { error as logError } from 'firebase-functions/logger';
import { describe, expect, test, vi } from 'vitest';
import {
  CancelWeeklyRunDocument,
  PauseWeeklyRunDocument,
  ResumeWeeklyRunDocument,
  SettleUnknownDocument,
  StartWeeklyRunDocument,
  WeeklyPlanDocument,
  WeeklyPlanEntriesDocument,
  WeeklyRunDocument,
  WeeklyRunsDocument,
} from '../generated/graphql.ts';
import { aBatch } from '../kit/a-batch.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { aRun } from '../kit/a-run.ts';
import { anApi } from '../kit/an-api.ts';

vi.mock('firebase-functions/logger', { spy: true });

const at = new Date('2026-11-23T08:10:00Z');
const week = '2026-W48';

function anApiOf(run = aRun()) {
  const batch = aBatch({
    'shopify-1': { state: 'accepted', sesId: 'ses-1', at },
    'shopify-2': { state: 'excluded', code: 'PAUSED', at },
    'shopify-3': { state: 'failed', code: 'ADDRESS_REFUSED', error: 'MessageRejected', at },
    'shopify-4': { state: 'unknown', error: 'TimeoutError', at },
  });
  return anApi({ runs: new Map([[run.week, run]]), batches: new Map([[run.week, [batch]]]) });
}

const noBatchIsRead = (calls: string[]) => expect(calls.filter((call) => call === 'batches.books')).toEqual([]);

describe('a weekly run, for an operator', () => {
  test('shows its state and books, from one reading of its batches', async () => {
    const { ask, memory } = anApiOf();
    expect((await ask(WeeklyRunDocument, { week }, 'operator')).data?.weeklyRun).toEqual({
      week,
      state: 'SETTLING',
      reason: null,
      notices: [],
      startedAt: '2026-11-23T08:00:01.000Z',
      finishedAt: null,
      planHash: 'a-plan-hash',
      counts: { planned: 4, accepted: 1, excluded: 1, failed: 1, unknown: 1, pending: 0 },
      reasons: [
        { code: 'PAUSED', count: 1 },
        { code: 'ADDRESS_REFUSED', count: 1 },
        { code: 'OUTCOME_UNKNOWN', count: 1 },
      ],
    });
    expect(memory.calls).toEqual(['batches.books']);
  });

  test('reads no batch where only its state is asked for', async () => {
    const { ask, memory } = anApiOf();
    await ask('{ weeklyRun(week: "2026-W48") { state } weeklyRuns { week } }', {}, 'operator');
    noBatchIsRead(memory.calls);
  });

  test('is null where the week has none', async () => {
    expect((await anApiOf().ask(WeeklyRunDocument, { week: '2026-W01' }, 'operator')).data?.weeklyRun).toBeNull();
  });

  test('comes newest first in a list, at most as many as asked', async () => {
    const weeks = ['2026-W46', '2026-W48', '2026-W47'];
    const { ask } = anApi({ runs: new Map(weeks.map((each) => [each, aRun({ week: each, state: 'done' })])) });
    const { data } = await ask(WeeklyRunsDocument, { first: 2 }, 'operator');
    expect(data?.weeklyRuns.map((run) => [run.week, run.state])).toEqual([
      ['2026-W48', 'DONE'],
      ['2026-W47', 'DONE'],
    ]);
  });

  test.each([0, -1, 51])('lists of %s are refused', async (first) => {
    expect((await anApiOf().ask(WeeklyRunsDocument, { first }, 'operator')).errors).toMatchObject([
      { message: 'first must be from 1 to 50, such as 20.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('an operator’s commands', () => {
  test('start the present week once, however often', async () => {
    const { ask, memory, queue } = anApi();
    const first = await ask(StartWeeklyRunDocument, { week }, 'operator');
    expect(first.data?.startWeeklyRun.week).toBe(week);
    const second = await ask(StartWeeklyRunDocument, { week }, 'operator');
    expect(second.data).toEqual(first.data);
    expect([...memory.runs.keys()]).toEqual([week]);
    expect(new Set(queue.waiting.map(({ topic }) => topic)).size).toBeLessThanOrEqual(1);
  });

  test.each(['2026-W49', '2026-W52', '2026-W46'])('refuse to start %s on a Wednesday of 2026-W48', async (other) => {
    const { ask, memory, queue } = anApi();
    const { errors } = await ask(StartWeeklyRunDocument, { week: other }, 'operator');
    expect(errors).toMatchObject([{ message: expect.stringContaining(other), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect([memory.runs.size, queue.waiting.length]).toEqual([0, 0]);
  });

  test('pause with a reason, resume, and cancel for good', async () => {
    const { ask } = anApiOf(aRun({ state: 'sending' }));
    const reason = '  a typo in the challenge ';
    expect((await ask(PauseWeeklyRunDocument, { week, reason }, 'operator')).data?.pauseWeeklyRun).toMatchObject({
      state: 'PAUSED',
      reason: 'a typo in the challenge',
    });
    expect((await ask(ResumeWeeklyRunDocument, { week }, 'operator')).data?.resumeWeeklyRun).toMatchObject({
      state: 'SENDING',
      reason: null,
    });
    expect((await ask(CancelWeeklyRunDocument, { week, reason }, 'operator')).data?.cancelWeeklyRun.state).toBe(
      'FAILED',
    );
  });

  test.each([PauseWeeklyRunDocument, CancelWeeklyRunDocument])('need a reason (case %#)', async (document) => {
    for (const reason of ['', '   ', 'x'.repeat(501)]) {
      const { ask, memory } = anApiOf(aRun({ state: 'sending' }));
      const { errors } = await ask<unknown, object>(document.toString(), { week, reason }, 'operator');
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^reason must say why/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(memory.runs.get(week)?.state).toBe('sending');
    }
  });

  test('settle what is unknown, after which the books balance and the run is done', async () => {
    const { data } = await anApiOf().ask(SettleUnknownDocument, { week, resend: false }, 'operator');
    expect(data?.settleUnknown).toMatchObject({ state: 'DONE', counts: { planned: 4, failed: 2, unknown: 0 } });
  });

  test.each([
    [StartWeeklyRunDocument, {}],
    [PauseWeeklyRunDocument, { reason: 'a typo' }],
    [ResumeWeeklyRunDocument, {}],
    [CancelWeeklyRunDocument, { reason: 'a typo' }],
    [SettleUnknownDocument, { resend: true }],
    [WeeklyRunDocument, {}],
    [WeeklyPlanDocument, {}],
  ])('name the argument and show a week where there is none such (case %#)', async (document, rest) => {
    for (const noWeek of ['2026-W54', '2026-53', 'next month']) {
      const { errors } = await anApiOf().ask<unknown, object>(
        document.toString(),
        { week: noWeek, ...rest },
        'operator',
      );
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^week must be .*2026-W48/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test('of a week without a run are NOT_FOUND', async () => {
    const { errors } = await anApiOf().ask(ResumeWeeklyRunDocument, { week: '2026-W47' }, 'operator');
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('the plan of a week', () => {
  const learners = new Map(
    ['shopify-1', 'shopify-2', 'shopify-3'].map((id) => [
      id,
      aLearner({ id, levelId: id === 'shopify-3' ? null : 'curious' }),
    ]),
  );
  const challenge = aChallenge();
  const catalogue = { levels: [aLevel()], challenges: new Map([[challenge.id, challenge]]) };

  test('counts decisions and gives the hash from one walk, kept for 60 seconds', async () => {
    const { ask, memory, clock } = anApi({ learners, catalogue });
    const { data } = await ask(WeeklyPlanDocument, { week }, 'operator');
    expect(data?.weeklyPlan).toEqual({
      week,
      asOf: '2026-11-25T10:00:00.000Z',
      planHash: expect.stringMatching(/^\S+$/),
      counts: [
        { decision: 'CHALLENGE', code: 'NEXT_CHALLENGE', count: 2 },
        { decision: 'QUESTIONNAIRE', code: 'NOT_PLACED_YET', count: 1 },
      ],
    });
    clock.advance(59_000);
    expect((await ask(WeeklyPlanDocument, { week }, 'operator')).data).toEqual(data);
    expect(memory.calls).toEqual(['learners.pageAfter']);
    clock.advance(1000);
    expect((await ask(WeeklyPlanDocument, { week }, 'operator')).data?.weeklyPlan.asOf).toBe(
      '2026-11-25T10:01:00.000Z',
    );
  });

  test('of another week is another walk, and one that failed is tried again', async () => {
    const { ask, memory, services } = anApi({ learners, catalogue });
    const { stores } = services;
    vi.mocked(logError).mockImplementation(() => undefined);
    services.stores = () => Promise.reject(new Error('not now'));
    expect((await ask(WeeklyPlanDocument, { week }, 'operator')).data).toBeNull();
    services.stores = stores;
    expect((await ask(WeeklyPlanDocument, { week }, 'operator')).errors).toEqual([]);
    expect((await ask(WeeklyPlanDocument, { week: '2026-W49' }, 'operator')).errors).toEqual([]);
    expect(memory.calls).toEqual(['learners.pageAfter', 'learners.pageAfter']);
  });

  test('gives a sentence for each learner, page by page, reading only the page', async () => {
    const { ask, memory } = anApi({ learners, catalogue });
    const entries = await ask(WeeklyPlanEntriesDocument, { week, first: 2, after: 'shopify-1' }, 'operator');
    expect(entries.data?.weeklyPlan.entries).toEqual([
      {
        learnerId: 'shopify-2',
        decision: 'CHALLENGE',
        code: 'NEXT_CHALLENGE',
        reason: expect.stringMatching(/\.$/),
        challengeId: challenge.id,
      },
      {
        learnerId: 'shopify-3',
        decision: 'QUESTIONNAIRE',
        code: 'NOT_PLACED_YET',
        reason: expect.stringMatching(/\.$/),
        challengeId: null,
      },
    ]);
    expect(memory.calls).toEqual(['learners.pageAfter']);
  });

  test.each([{ first: 0 }, { first: 501 }, { after: 'shopify-x' }, { after: '' }])(
    'refuses a page of %j',
    async (page) => {
      const { ask, memory } = anApi({ learners, catalogue });
      const { errors } = await ask(WeeklyPlanEntriesDocument, { week, ...page }, 'operator');
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^(first|after) must be/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(memory.calls).toEqual([]);
    },
  );
});
