import { expect, test } from 'vitest';
import { describeWait } from '../../web/describe-wait.ts';

test.each([
  [0, '1 second'],
  [0.2, '1 second'],
  [40, '40 seconds'],
  [90, '90 seconds'],
  [91, '2 minutes'],
  [240, '4 minutes'],
  [3600, '60 minutes'],
  [5401, '2 hours'],
])('%d s are %s', (seconds, words) => expect(describeWait(seconds)).toBe(words));
