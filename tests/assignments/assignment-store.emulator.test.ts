import { expect, test } from 'vitest';
import { submitAnswer } from '../../functions/assignments/submit-answer.ts';
import { aHouse } from '../kit/a-house.ts';
import { anAnsweringHouse } from '../kit/an-answering-house.ts';
import { promisesOfAssignmentStore } from './assignment-store-contract.ts';

promisesOfAssignmentStore('in Firestore', () => {
  const house = aHouse();
  return { store: house.stores.assignments, saveLearner: house.saveLearners };
});

const learnerId = 'shopify-1001';
const assignmentId = `2026-W48_${learnerId}`;

test('an answer that fails after the first one leaves the learner’s document alone', async () => {
  const house = await anAnsweringHouse();
  const learner = house.db.collection('learners').doc(learnerId);
  const versionAfter = async (answer: string) => {
    await submitAnswer(house.services, { learnerId, challengeId: 'number', answer, idempotencyKey: `key-${answer}` });
    house.clock.advance(60 * 60_000);
    return (await learner.get()).updateTime;
  };
  const first = await versionAfter('1');
  expect(await versionAfter('2')).toEqual(first);
  expect(await versionAfter('8')).not.toEqual(first);
});

test('an assignment that does not fit its shape is UNREADABLE to whoever reads or answers it, and stays as it is', async () => {
  const house = await anAnsweringHouse();
  const ref = house.db.collection('assignments').doc(assignmentId);
  const data = { learnerId, week: '2026-W48', challengeId: 'number', outcome: 'PERFECT', submissions: [] };
  await ref.set(data);
  const { assignments } = house.stores;
  const answer = { learnerId, challengeId: 'number', answer: '8', idempotencyKey: 'k' };
  const unreadable = { code: 'UNREADABLE' };
  await expect(assignments.ofWeeks(learnerId, ['2026-W48'])).rejects.toMatchObject(unreadable);
  await expect(assignments.withLearner(learnerId, ['2026-W48'])).rejects.toMatchObject(unreadable);
  await expect(submitAnswer(house.services, answer)).rejects.toMatchObject(unreadable);
  expect((await ref.get()).data()).toEqual(data);
});
