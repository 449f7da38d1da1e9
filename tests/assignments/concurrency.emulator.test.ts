import { describe, expect, test } from 'vitest';
import { answerQuestionnaire } from '../../functions/assignments/answer-questionnaire.ts';
import type { House } from '../kit/a-house.ts';
import { answersTo } from '../kit/a-questionnaire.ts';
import { aWeek } from '../kit/a-week.ts';
import { anAnsweringHouse } from '../kit/an-answering-house.ts';
import { atOnce } from '../kit/at-once.ts';
import { Killed } from '../kit/fate.ts';
import { loseAnswer } from '../kit/lose-answer.ts';
import { learnerId, recordOf, submitIn } from '../kit/submit-in-house.ts';

const learnerOf = (house: House) => house.stores.learners.get(learnerId);
const refusals = (results: object[]) => results.filter((result) => 'refused' in result);
/** What a call that may fail came to. */
const codeOr = <Value>(call: Promise<Value>) => call.catch((error: { code: string }) => error.code);

describe('two tabs at once', () => {
  test('with keys of their own make one attempt; the other is too soon', async () => {
    const house = await anAnsweringHouse();
    const results = await atOnce(
      house,
      (tab) => submitIn(tab, { answer: '1', idempotencyKey: 'one' }),
      (tab) => submitIn(tab, { answer: '2', idempotencyKey: 'two' }),
    );
    expect(refusals(results)).toEqual([{ refused: 'TooSoonError' }]);
    expect((await recordOf(house))?.submissions).toHaveLength(1);
  });

  test('that both are right pass once', async () => {
    const house = await anAnsweringHouse();
    const results = await atOnce(
      house,
      (tab) => submitIn(tab, { idempotencyKey: 'one' }),
      (tab) => submitIn(tab, { idempotencyKey: 'two' }),
    );
    expect(refusals(results)).toEqual([{ refused: 'AlreadyPassedError' }]);
    expect(await learnerOf(house)).toMatchObject({ levelId: 'curious', passes: 1 });
  });

  test('with the same key and answer make one submission and get the same result', async () => {
    const house = await anAnsweringHouse();
    const [one, two] = await atOnce(
      house,
      (tab) => submitIn(tab, {}),
      (tab) => submitIn(tab, {}),
    );
    expect(one).toMatchObject({ outcome: 'PASSED', passes: 1, submission: { mark: 'PASSED' } });
    expect(two).toEqual(one);
    expect((await recordOf(house))?.submissions).toHaveLength(1);
    expect(await learnerOf(house)).toMatchObject({ passes: 1 });
  });

  test('with the same key and different answers make one submission; the other is a conflict', async () => {
    const house = await anAnsweringHouse();
    const results = await atOnce(
      house,
      (tab) => submitIn(tab, { answer: '1' }),
      (tab) => submitIn(tab, { answer: '2' }),
    );
    expect(refusals(results)).toEqual([{ refused: 'IdempotencyConflictError' }]);
    expect((await recordOf(house))?.submissions).toHaveLength(1);
  });

  test('on two challenges both count, and exactly one of them climbs', async () => {
    const house = await anAnsweringHouse();
    const results = await atOnce(
      house,
      (tab) => submitIn(tab, {}),
      (tab) => submitIn(tab, { challengeId: 'text', answer: 'Paris' }),
    );
    expect(refusals(results)).toEqual([]);
    expect(results.map((result) => result.submission?.leveledUp).sort()).toEqual([false, true]);
    expect(await learnerOf(house)).toMatchObject({
      ...{ levelId: 'keen', passes: 0 },
      weeks: { '2026-W46': { outcome: 'PASSED' }, '2026-W48': { outcome: 'PASSED' } },
    });
  });

  test('and eight more make one attempt', async () => {
    const house = await anAnsweringHouse();
    const tabs = Array.from(
      { length: 10 },
      (_, at) => (tab: House) => submitIn(tab, { answer: `${at + 10}`, idempotencyKey: `tab-${at}` }),
    );
    const results = await atOnce(house, ...tabs);
    expect(refusals(results)).toHaveLength(9);
    expect((await recordOf(house))?.submissions).toHaveLength(1);
  });

  test('that answer the questionnaire are given one challenge, and both are told which', async () => {
    const house = await anAnsweringHouse({ levelId: null, placement: null, weeks: { '2026-W48': aWeek(null) } });
    const place = (answer: string) => (tab: House) =>
      answerQuestionnaire(tab.services, { learnerId, answers: answersTo(answer, answer) });
    const placed = await atOnce(house, place('no'), place('yes'));
    const learner = await learnerOf(house);
    const given = learner?.weeks['2026-W48']?.challengeId;
    expect(placed.map(({ assignment }) => assignment?.challenge.id)).toEqual([given, given]);
    expect(['curious', 'sharp']).toContain(learner?.levelId);
    expect(learner?.placement?.levelId).toBe(learner?.levelId);
  });

  test('of which one submits and one answers the questionnaire end as one after the other would', async () => {
    const house = await anAnsweringHouse();
    const [submitted, placed] = await atOnce<unknown>(
      house,
      (tab) => submitIn(tab, {}),
      (tab) => codeOr(answerQuestionnaire(tab.services, { learnerId, answers: answersTo('yes', 'yes') })),
    );
    const refused = placed === 'ALREADY_STARTED';
    expect(submitted).toMatchObject({ outcome: 'PASSED' });
    expect(await learnerOf(house)).toMatchObject(
      refused ? { levelId: 'curious', passes: 1 } : { levelId: 'sharp', passes: 0 },
    );
  });
});

describe('a request whose answer is lost', () => {
  test('is done once, and its repetition gets the first result', async () => {
    const house = await anAnsweringHouse();
    const dying = house.instance(loseAnswer('commit', new Killed()));
    await expect(submitIn(dying, {})).rejects.toThrow(Killed);
    const stored = await recordOf(house);
    house.clock.advance(5 * 60_000);
    const again = await submitIn(house, {});
    expect(again.submission).toEqual(stored?.submissions[0]);
    expect(again).toMatchObject({ outcome: 'PASSED', passes: 1 });
    expect(await recordOf(house)).toEqual(stored);
  });

  test('is done once also where the client of Firestore tries again by itself', async () => {
    const house = await anAnsweringHouse();
    // gRPC's UNAVAILABLE: the transaction is run anew, and finds its own answer.
    const instance = house.instance(loseAnswer('commit', Object.assign(new Error('lost'), { code: 14 })));
    expect(await submitIn(instance, { answer: '7' })).toMatchObject({
      outcome: 'OPEN',
      submission: { mark: 'FAILED' },
    });
    expect((await recordOf(house))?.submissions).toHaveLength(1);
  });

  test('of a placement places once', async () => {
    const house = await anAnsweringHouse({ levelId: null, placement: null, weeks: {} });
    const place = (instance: House) =>
      answerQuestionnaire(instance.services, { learnerId, answers: answersTo('yes', 'yes') });
    await expect(place(house.instance(loseAnswer('commit', new Killed())))).rejects.toThrow(Killed);
    const { assignment } = await place(house);
    expect(assignment?.challenge.id).toBe('sharp-number');
    expect(Object.keys((await learnerOf(house))?.weeks ?? {})).toEqual(['2026-W48']);
  });
});
