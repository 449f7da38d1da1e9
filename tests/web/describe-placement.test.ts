import { expect, test } from 'vitest';
import { describePlacement } from '../../web/describe-placement.ts';

test('a learner without a level is told that the questions are not open yet, and what comes until then', () => {
  const sentence = describePlacement({ level: null });
  expect(sentence).toContain('The questions that find your level are not open yet.');
  expect(sentence).toContain('challenges of the first level, from your third weekly mail on');
});

test('a learner with a level is told nothing of it', () => {
  expect(describePlacement({ level: { name: 'Curious' } })).toBeNull();
});
