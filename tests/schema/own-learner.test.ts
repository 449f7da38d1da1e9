import { expect, test, vi } from 'vitest';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { aWeek } from '../kit/a-week.ts';
import { anApi } from '../kit/an-api.ts';

async function watched() {
  const challenge = aChallenge();
  const weeks = { '2026-W48': aWeek(challenge.id), '2026-W40': aWeek(challenge.id) };
  const learner = aLearner({ weeks });
  const api = anApi({
    learners: new Map([[learner.id, learner]]),
    catalogue: { levels: [aLevel()], challenges: new Map([[challenge.id, challenge]]) },
  });
  const { assignments } = await api.services.stores();
  const reads = [vi.spyOn(assignments, 'withLearner'), vi.spyOn(assignments, 'ofWeeks')];
  return { api, calls: () => reads.map(({ mock }) => mock.calls.length) };
}

test('twenty aliases of me read a learner once, and their answers once', async () => {
  const { api, calls } = await watched();
  const all = (alias: string) => `${alias}: me { assignments(first: 50) { edges { node { attemptsLeft } } } }`;
  const query = `{ ${Array.from({ length: 20 }, (_, index) => all(`m${index}`)).join(' ')} }`;
  const { data, errors } = await api.ask<Record<string, unknown>, object>(query, {}, 'owner');
  expect(errors).toEqual([]);
  expect(Object.keys(data ?? {})).toHaveLength(20);
  expect(calls()).toEqual([1, 1]);
});

test('the next request reads them again, and sees what was changed', async () => {
  const { api, calls } = await watched();
  const status = async () => (await api.ask('{ me { mail { status } } }', {}, 'owner')).data;
  expect(await status()).toEqual({ me: { mail: { status: 'SUBSCRIBED' } } });
  const { data } = await api.ask('mutation { a: pauseMail(weeks: 1) { mail { status } } }', {}, 'owner');
  expect(data).toEqual({ a: { mail: { status: 'PAUSED' } } });
  expect(await status()).toEqual({ me: { mail: { status: 'PAUSED' } } });
  expect(calls()[0]).toBe(2);
});
