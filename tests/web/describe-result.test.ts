import { expect, test } from 'vitest';
import { describeResult } from '../../web/describe-result.ts';

test('before the first attempt there is nothing to say', () => {
  expect(describeResult('open', { made: 0, left: 5 }, null)).toBeNull();
});

test('after a wrong answer the attempts that are left are counted', () => {
  expect(describeResult('open', { made: 1, left: 4 }, null)).toMatchObject({
    heading: 'Not yet',
    sentence: expect.stringContaining('4 attempts are left'),
  });
  expect(describeResult('open', { made: 4, left: 1 }, null)?.sentence).toContain('One attempt is left');
});

test('who has moved up is told where they are now', () => {
  const attempts = { made: 1, left: 4 };
  expect(describeResult('passed', attempts, 'Careful')).toMatchObject({
    heading: 'You are on Careful now',
    mood: 'good',
  });
  expect(describeResult('passed', attempts, null)).toMatchObject({ heading: 'Passed', mood: 'good' });
});

test('each way in which a challenge is closed has words of its own', () => {
  const headings = (['passed', 'waiting', 'exhausted', 'notEntitled'] as const).map(
    (stand) => describeResult(stand, { made: 5, left: 0 }, null)?.heading,
  );
  expect(headings).toEqual(['Passed', 'Waiting for review', 'No attempts left', 'Answers are closed']);
});
