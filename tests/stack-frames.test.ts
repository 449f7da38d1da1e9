import { expect, test } from 'vitest';
import { stackFrames } from '../functions/stack-frames.ts';

const frame = '    at run (file.js:1:1)';

test('the frames are the unbroken row at the end of a stack', () => {
  expect(stackFrames(`Error: x\n${frame}\nno frame\n${frame}\n    at <anonymous>\n`)).toEqual([
    frame,
    '    at <anonymous>',
  ]);
});

test('a line of over 1,000 characters is none, however much it looks like one', () => {
  const long = (length: number) => `    at ${'a'.repeat(length - 15)} (b:1:1)`;
  expect(stackFrames(`Error: x\n${long(1000)}`)).toEqual([long(1000)]);
  expect(stackFrames(`Error: x\n${long(1001)}\n${frame}`)).toEqual([frame]);
  // The pattern alone would take minutes for this one.
  expect(stackFrames(`Error: x\n    at ${'('.repeat(1_000_000)}`)).toEqual([]);
});
