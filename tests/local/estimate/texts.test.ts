import { expect, test } from 'vitest';
import { bytesText } from '../../../local/estimate/bytes-text.ts';
import { durationText } from '../../../local/estimate/duration-text.ts';

test.each([
  [0, '0 s'],
  [1.26, '1.3 s'],
  [119, '119 s'],
  [120, '2 min'],
  [7_199, '120 min'],
  [7_200, '2 h'],
  [172_800, '2 days'],
  [8_640_000, '100 days'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [58_400_000, '58.4 MB'],
  [1.5e15, '1.5 PB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
