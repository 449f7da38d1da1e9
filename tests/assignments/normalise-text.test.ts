// Texts that say the same become one, and those that do not stay apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnswerFault } from '../../functions/assignments/find-answer-fault.ts';
import { normaliseText } from '../../functions/assignments/normalise-text.ts';

/** Every character that has a compatibility form, a case, or is a mark, punctuation or white space. */
const changeable = Array.from({ length: 0x110000 }, (_, codePoint) => String.fromCodePoint(codePoint)).filter(
  (character) =>
    /[\p{M}\p{P}\p{Z}\p{Sk}]/u.test(character) ||
    character.normalize('NFKD') !== character ||
    character.toLowerCase() !== character ||
    character.toUpperCase() !== character,
);
const text = fc
  .array(fc.oneof(fc.constantFrom(...changeable), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 20 })
  .map((parts) => parts.join(''))
  .filter((joined) => joined.isWellFormed());
const manyRuns = { numRuns: 2_000 };

describe('normaliseText', () => {
  it.each([
    ['case', 'FRIDAY', 'friday'],
    ['sharp s in all its forms', 'Straße', 'STRASSE'],
    ['the capital sharp s', 'STRAẞE', 'strasse'],
    ['the dotted capital I', 'İSTANBUL', 'istanbul'],
    ['the dotless small i', 'ısı', 'ISI'],
    ['the final sigma', 'ΟΔΟΣ', 'οδος'],
    ['a sigma that is final only before punctuation', 'οδοσ', 'ὀδός.'],
    ['a sigma before one quotation mark or the other', 'ΠΩΣ"Α', 'πωσ’α'],
    ['full-width letters', 'Ｆｒｉｄａｙ', 'Friday'],
    ['ligatures', 'ﬁre', 'fire'],
    ['white space of every kind', '\u3000doubt\u00a0the\t\r\n obvious\u2003answer ', 'doubt the obvious answer'],
    ['zero-width characters', 'Fri\u200bday\ufeff', 'Friday'],
    ['a final full stop', 'Friday.', 'Friday'],
    ['a full stop of Chinese', '星期五。', '星期五'],
    ['Spanish marks', '¡Viernes!', 'viernes'],
    ['brackets', '(Friday)', 'Friday'],
    ['typographic quotes', '“Friday”', 'Friday'],
    ['German quotes', '„Freitag“', 'Freitag'],
    ['guillemets with spaces', '« Vendredi »', 'vendredi'],
    ['a bullet and emphasis', '- **Friday**', 'Friday'],
    ['the apostrophe inside', 'it’s', "it's"],
    ['an acute typed for an apostrophe', 'it´s', "it's"],
    ['a Hawaiian ʻokina', 'Hawaiʻi', "hawai'i"],
    ['quotes inside', 'say “no” now', 'say "no" now'],
    ['dashes inside', 'well–known', 'well-known'],
    ['a dash that does not break', 'well\u2011known', 'well-known'],
    ['an ellipsis', 'well… yes', 'well... yes'],
    ['an accent', 'Café', 'Cafe'],
    ['an accent in two characters', 'Cafe\u0301', 'Café'],
    ['many accents', 'Điện Biên Phủ', 'dien bien phu'],
    ['strokes and ligatures that Unicode does not take apart', 'Łódź Smørrebrød Æsir', 'lodz smorrebrod aesir'],
    ['Greek accents', 'Ἀθῆναι', 'Αθηναι'],
    ['the Greek iota below', 'ᾠδή', 'ωδη'],
    ['Russian ё', 'Ёлка', 'елка'],
    ['Hangul in letters', '한국', '한국'.normalize('NFD')],
    ['the joiner of Persian', 'می‌خواهم', 'میخواهم'],
    ['emoji presentation', '❤️', '❤'],
  ])('does not look at %s', (_, one, other) => {
    expect(normaliseText(one)).toBe(normaliseText(other));
  });

  it.each([
    ['two words and one', 'any one', 'anyone'],
    ['a word with punctuation inside and without', "we're", 'were'],
    ['Hindi words that differ by a vowel sign', 'की', 'का'],
    ['a Hindi word and its consonants', 'हिन्दी', 'हनद'],
    ['Thai words that differ by a tone mark', 'ใกล้', 'ใกล'],
    ['kana with another sound', 'が', 'か'],
    ['Hebrew points on a bare letter and another letter', 'שׁ', 'ש'],
    ['unequal and equal', 'a ≠ b', 'a = b'],
    ['languages whose names end in a sign', 'C#', 'C'],
    ['languages whose names end in a plus', 'C++', 'C'],
    ['a share and a number', '50%', '50'],
    ['a negative number and a positive', '-5', '5'],
    ['a fraction and a whole', '.5', '5'],
    ['two marks', '?', '!'],
    ['a mark and a letter', '?', 'a'],
  ])('keeps %s apart', (_, one, other) => {
    expect(normaliseText(one)).not.toBe(normaliseText(other));
  });

  it('keeps a text of punctuation as it is, so that it equals only itself', () => {
    expect(['?', '？', '?!', '...', '…', '“'].map(normaliseText)).toEqual(['?', '?', '?!', '...', '...', "'"]);
  });

  it('changes nothing the second time', () => {
    for (const character of changeable) {
      const once = normaliseText(`a${character}`);
      expect(normaliseText(once)).toBe(once);
    }
    fc.assert(
      fc.property(text, (any) => {
        expect(normaliseText(normaliseText(any))).toBe(normaliseText(any));
      }),
      manyRuns,
    );
  });

  it('makes the same of every normalisation form', () => {
    const forms = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD');
    fc.assert(
      fc.property(text, forms, (any, form) => {
        expect(normaliseText(any.normalize(form))).toBe(normaliseText(any));
      }),
      manyRuns,
    );
  });

  it('makes the same of every character in upper, lower and its own case, but for the iota that capitals write beside', () => {
    const cased = changeable.filter((character) => !character.normalize('NFD').includes('\u0345'));
    for (const character of cased) {
      expect(normaliseText(`x${character.toUpperCase()}`)).toBe(normaliseText(`x${character}`));
      expect(normaliseText(`x${character.toLowerCase()}`)).toBe(normaliseText(`x${character}`));
    }
  });

  it('does not look at marks on Latin, Greek and Cyrillic letters', () => {
    const letters = fc.array(fc.constantFrom(...'abzßøAÅłαωΣςжйЁ'), { minLength: 1, maxLength: 10 });
    const marks = fc.constantFrom('\u0300', '\u0301', '\u0308', '\u030c', '\u0323', '\u0327');
    fc.assert(
      fc.property(letters, marks, (word, mark) => {
        expect(normaliseText(word.join(mark) + mark)).toBe(normaliseText(word.join('')));
      }),
    );
  });

  it('does not look at punctuation and white space around words', () => {
    const around = fc.array(fc.constantFrom(...' \t\n.,;:!?…()[]{}"\'’“”„«»‹›「」¿¡*_–—।。、\u00a0'), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(normaliseText(`${before.join('')}doubt it${after.join('')}`)).toBe('doubt it');
      }),
    );
  });

  it('leaves something of every answer that is not blank', () => {
    const anything = fc.oneof(text, fc.string({ unit: 'binary' }), fc.constantFrom(...changeable));
    fc.assert(
      fc.property(anything, (answer) => findAnswerFault(answer) !== null || normaliseText(answer) !== ''),
      manyRuns,
    );
  });
});
