import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine } from '../../functions/mail/plain-line.ts';

test('whatever comes in, one well-formed line within the limit comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 10, max: 200 }), (text, max) => {
      const line = plainLine(text, max);
      expect(line.length).toBeLessThanOrEqual(max);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]| {2}|^ | $/u);
      expect(line.isWellFormed()).toBe(true);
    }),
  );
});

test('a line that is already plain stays as it is', () => {
  for (const line of ['Ada', 'Zoë O’Neill-Müller', 'עדה', 'عائشة', '李小龍', '👩🏽‍💻 Ada', 'می‌خواهم']) {
    expect(plainLine(line, 100)).toBe(line);
  }
});

test.each([
  ['a line break', 'Ada\r\nBcc: eve@example.com', 'Ada Bcc: eve@example.com'],
  ['a Unicode line separator', 'Ada\u2028Eve', 'Ada Eve'],
  ['a right-to-left override', 'Ada \u202egpj.exe\u202c', 'Ada gpj.exe'],
  ['an isolate that is never closed', '\u2067Ada', 'Ada'],
  ['half a surrogate pair', 'Ada\ud83d', 'Ada\ufffd'],
  ['nothing but white space', ' \t\u00a0\n ', ''],
])('%s is made harmless', (_, text, line) => {
  expect(plainLine(text, 100)).toBe(line);
});

test('a long line is cut between graphemes, never inside an emoji', () => {
  expect(plainLine('👩🏽‍💻'.repeat(10), 30)).toBe(`${'👩🏽‍💻'.repeat(4)}…`);
  expect(plainLine('one two three', 8)).toBe('one two…');
});

test('a letter under a thousand accents cannot outgrow the limit', () => {
  expect(plainLine(`A${'\u0301'.repeat(1000)}`, 40)).toBe('…');
});
