import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotedPrintable } from '../../functions/mail/quoted-printable.ts';
import { hostileText } from './hostile-text.ts';

/** By RFC 2045 §6.7: soft breaks go, spaces at a line's end are lost, and each `=XX` is a byte. */
function decoded(encoded: string): string {
  const joined = encoded.replace(/[ \t]+(?=\r\n|$)/g, '').replaceAll('=\r\n', '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}

const spaced = fc.constantFrom(
  '\n',
  ' \n',
  '\t\n',
  '\n\n',
  ' ',
  '=',
  '=3D',
  'ü',
  '🐌',
  'x'.repeat(75),
  'word '.repeat(20),
);
const anyText = fc
  .array(fc.oneof(hostileText, spaced), { maxLength: 8 })
  .map((parts) => parts.join('').toWellFormed().replace(/\r\n?/g, '\n'));

test('any text is read back as it was, from 7-bit lines of at most 76 characters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const encoded = quotedPrintable(text, { isLast: true });
      expect(encoded).toMatch(/^[\t\r\n\x20-\x7e]*$/);
      expect(encoded.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(Math.max(...encoded.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      expect(decoded(encoded)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('pieces that were encoded apart are read back as one text', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (pieces) => {
      const encoded = pieces.map((piece, at) => quotedPrintable(piece, { isLast: at === pieces.length - 1 })).join('');
      expect(Math.max(...encoded.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      expect(decoded(encoded)).toBe(pieces.join(''));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a space at the end of a line', 'a \nb', 'a=20\r\nb'],
  ['a tab at the end', 'a\t', 'a=09'],
  ['an equals sign', 'a=b', 'a=3Db'],
  ['other letters', 'ü', '=C3=BC'],
])('%s is encoded as RFC 2045 wants it', (_, text, encoded) => {
  expect(quotedPrintable(text, { isLast: true })).toBe(encoded);
});
