import { expect, test } from 'vitest';
import { tokenFromFragment } from '../../web/token-from-fragment.ts';

test('the token of a mail link is read with or without the hash sign', () => {
  expect(tokenFromFragment('#token=aGk.eyJh-_.c2ln')).toBe('aGk.eyJh-_.c2ln');
  expect(tokenFromFragment('token=aGk.eyJh-_.c2ln')).toBe('aGk.eyJh-_.c2ln');
});

test('other parts of the fragment, which some mail clients add, do no harm', () => {
  expect(tokenFromFragment('#utm_source=mail&token=a.b.c&x=1')).toBe('a.b.c');
});

test.each([
  ['nothing', ''],
  ['a bare hash sign', '#'],
  ['another fragment', '#answers'],
  ['an empty token', '#token='],
  ['a token that was cut off', '#token=aGk.eyJh'],
  ['a token with markup in it', '#token=a.b.<img>'],
  ['a token of absurd length', `#token=a.b.${'c'.repeat(5000)}`],
])('%s gives no token', (_, fragment) => {
  expect(tokenFromFragment(fragment)).toBeNull();
});
