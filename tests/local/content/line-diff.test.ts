// What a push shows of two texts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineDiff } from '../../../local/content/line-diff.ts';

it('shows what was taken out and what was put in, in order', () => {
  expect(lineDiff('a\nb\nc', 'a\nx\nc\nd')).toEqual(['- b', '+ x', '+ d']);
  expect(lineDiff('a', 'a')).toEqual([]);
});

it('shows no more than changed, and enough to count by', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = lineDiff(before, after);
      const count = (lines: string[], line: string) => lines.filter((each) => each === line).length;
      for (const line of ['a', 'b', '']) {
        const grown = count(after.split('\n'), line) - count(before.split('\n'), line);
        expect(count(diff, `+ ${line}`) - count(diff, `- ${line}`)).toBe(grown);
      }
      if (before === after) expect(diff).toEqual([]);
    }),
  );
});
