import { expect, test } from 'vitest';
import { countdownText } from '../../web/countdown-text.ts';

test.each([
  [3_600_000, '1:00:00'],
  [3_599_000, '59:59'],
  [272_000, '4:32'],
  [60_000, '1:00'],
  [9_000, '0:09'],
  [1, '0:01'],
  [0, '0:00'],
  [-5_000, '0:00'],
])('%i ms are shown as %s', (ms, text) => expect(countdownText(ms)).toBe(text));
