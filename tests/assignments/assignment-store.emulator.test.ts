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

test('what else stands in an assignment’s document stays there when an answer comes', async () => {
  const house = await anAnsweringHouse();
  const ref = house.db.collection('assignments').doc(assignmentId);
  const submit = (answer: string) =>
    submitAnswer(house.services, { learnerId, challengeId: 'number', answer, idempotencyKey: `key-${answer}` });
  expect(await submit('7')).toMatchObject({ kind: 'submitted' });
  await ref.set({ mail: { delivered: 'yes' } }, { merge: true });
  house.clock.advance(60_000);
  expect(await submit('8')).toMatchObject({ kind: 'submitted' });
  expect((await ref.get()).data()).toMatchObject({ mail: { delivered: 'yes' }, outcome: 'PASSED' });
});

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

test.each([
  ['of which only a part is there', { learnerId, week: '2026-W48' }],
  ['with a mark that nobody gives', { outcome: 'PERFECT' }],
])('an assignment %s is UNREADABLE to whoever reads or answers it, and stays as it is', async (_name, data) => {
  const house = await anAnsweringHouse();
  const ref = house.db.collection('assignments').doc(assignmentId);
  await ref.set(data);
  const { assignments } = house.stores;
  for (const reading of [
    assignments.ofWeeks(learnerId, ['2026-W48']),
    assignments.withLearner(learnerId, ['2026-W48']),
    submitAnswer(house.services, { learnerId, challengeId: 'number', answer: '8', idempotencyKey: 'k' }),
  ]) {
    await expect(reading).rejects.toMatchObject({ code: 'UNREADABLE' });
  }
  expect((await ref.get()).data()).toEqual(data);
});
