import fc from 'fast-check';
import { expect, test } from 'vitest';
import { greetingName } from '../../functions/mail/greeting-name.ts';

test.each([
  [['Ada', 'Lovelace'], 'Ada Lovelace'],
  [['  Ada ', null], 'Ada'],
  [[null, 'Lovelace'], 'Lovelace'],
  [['J. R. R.', 'Tolkien'], 'J. R. R. Tolkien'],
  [['J.R.R.', 'Tolkien'], 'J.R.R. Tolkien'],
  [['🦊', null], '🦊'],
  [['عائشة', null], 'عائشة'],
  [['O’Neill', null], 'O’Neill'],
])('%j is said as %s', (parts, name) => {
  expect(greetingName(...parts)).toBe(name);
});

test.each([[[null, null]], [['', '  ']], [['\u202e\u200b', null]], [['...', null]]])(
  '%j is no name to say',
  (parts) => {
    expect(greetingName(...parts)).toBeNull();
  },
);

test.each([
  'Win at https://evil.example',
  'evil.example',
  'Prize: WWW.EVIL',
  'eve@example',
  'Ada evil。com now',
  '\\\\server\\share',
])('a name that a mail program would make a link of is not said: %s', (name) => {
  expect(greetingName(name, null)).toBeNull();
});

test('a name is one line of at most 60 characters, whatever was typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (a, b) => {
        const name = greetingName(a, b);
        expect(name === null || (name.length <= 60 && !/[\p{Cc}\p{Bidi_Control}/@]/u.test(name))).toBe(true);
      },
    ),
  );
});
