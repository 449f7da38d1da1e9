// Numbers are read as people write them and compared exactly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeNumber } from '../../functions/assignments/grade-number.ts';

const passed = { kind: 'marked', mark: 'PASSED' };
const failed = { kind: 'marked', mark: 'FAILED' };
const gradeFor = (key: string, answer: string, tolerance: number | null = null) =>
  gradeNumber({ accepted: [key], tolerance }, answer);

describe('gradeNumber', () => {
  it.each([
    ['plain digits', '12', '12'],
    ['a decimal point', '14.7', '14.7'],
    ['a decimal comma', '14,7', '14.7'],
    ['zeros before and behind', '0014.70', '14.7'],
    ['a point without a whole', '.5', '0.5'],
    ['a comma without a whole', ',5', '0.5'],
    ['a sentence’s full stop', '12.', '12'],
    ['white space around', '\u00a012\r\n', '12'],
    ['a plus', '+12', '12'],
    ['a minus', '-12', '-12'],
    ['a true minus', '\u221212', '-12'],
    ['a dash that a phone made of a minus', '–12', '-12'],
    ['a minus with a space', '- 12', '-12'],
    ['minus zero', '-0', '0'],
    ['full-width characters', '－１２．５', '-12.5'],
    ['Arabic digits and marks', '١٬٢٣٤٫٥', '1234.5'],
    ['mathematical digits, whose tens follow one another', '𝟗𝟘', '90'],
    ['Devanagari digits', '१२', '12'],
    ['thousands with commas', '1,234,567.5', '1234567.5'],
    ['thousands with points', '1.234.567,5', '1234567.5'],
    ['thousands with spaces', '1 234 567,5', '1234567.5'],
    ['thousands with thin spaces', '1\u2009234.5', '1234.5'],
    ['thousands with narrow spaces that do not break', '1\u202f234', '1234'],
    ['thousands with apostrophes', "1'234.50", '1234.5'],
    ['thousands with typographic apostrophes', '1’234,5', '1234.5'],
    ['thousands as in India', '12,34,567.5', '1234567.5'],
    ['the notation of calculators', '1.2E+3', '1200'],
    ['a small number of calculators', '1,2e-3', '0.0012'],
    ['a key with an exponent', '1200', '1.2e3'],
    ['invisible characters', '\u200e-\u200b12\ufeff', '-12'],
    ['more digits than a double holds', '9007199254740993', '9007199254740993'],
  ])('reads %s', (_, answer, key) => {
    expect(gradeFor(key, answer)).toEqual(passed);
  });

  it.each([
    ['1,234', '1234'],
    ['1,234', '1.234'],
    ['1.234', '1234'],
    ['1.234', '1.234'],
    ['-1.234', '-1234'],
  ])('takes %s for %s, because both are meant by it somewhere', (answer, key) => {
    expect(gradeFor(key, answer)).toEqual(passed);
  });

  it.each([
    ['0,123', '123'],
    ['0.123', '123'],
    ['1,234.5', '1.2345'],
    ['12.34', '1234'],
    ['1234.567', '1234567'],
    ['9007199254740993', '9007199254740992'],
    ['1e-400', '0'],
  ])('does not take %s for %s', (answer, key) => {
    expect(gradeFor(key, answer)).toEqual(failed);
  });

  it.each([
    ['15.0', '14.7', 0.3],
    ['14,4', '14.7', 0.3],
    ['0.3', '0.1', 0.2],
    ['1.0000001', '1', 1e-7],
    ['-2', '0', 2],
    ['9.5', '10', 0.5],
  ])('passes %s for %s at the very edge of the tolerance %d', (answer, key, tolerance) => {
    expect(gradeFor(key, answer, tolerance)).toEqual(passed);
  });

  it.each([
    ['15.01', '14.7', 0.3],
    ['15.00000000000000000000001', '14.7', 0.3],
    ['14.3', '14.7', 0.3],
    ['12.0000000000000000001', '12', null],
    ['12.0000000000000000001', '12', 0],
  ])('fails %s for %s outside the tolerance %d', (answer, key, tolerance) => {
    expect(gradeFor(key, answer, tolerance)).toEqual(failed);
  });

  it('takes any of several accepted numbers', () => {
    const key = { accepted: ['3', '-0.5'], tolerance: 0.1 };
    expect(['3,1', '-0.4', '0.5'].map((answer) => gradeNumber(key, answer))).toEqual([passed, passed, failed]);
  });

  it.each([
    ['12 km', 'the number alone'],
    ['24 km/h', 'the number alone'],
    ['€5', 'the number alone'],
    ['50%', 'the number alone'],
    ['20 °C', 'the number alone'],
    ['x = 3', 'the number alone'],
    ['3 and 4', 'the number alone'],
    ['about 5', 'the number alone'],
    ['0x1F', 'the number alone'],
    ['12n', 'the number alone'],
    ['5 e', 'the number alone'],
    ['1/2', 'a decimal number'],
    ['½', 'a decimal number'],
    ['1½', 'a decimal number'],
    ['1 ⁄ 2', 'a decimal number'],
    ['NaN', 'one number'],
    ['Infinity', 'one number'],
    ['-∞', 'one number'],
    ['twelve', 'one number'],
    ['e3', 'the number alone'],
    ['-', 'one number'],
    ['.', 'one number'],
    ['--5', 'one number'],
    ['5-', 'one number'],
    ['3 4', 'one number'],
    ['3; 4', 'one number'],
    ['5²', 'one number'],
    ['1.2.3', 'one number'],
    ['1,2,3', 'one number'],
    ['1,23,4', 'one number'],
    ['1234,567,890', 'one number'],
    ['1,234 567', 'one number'],
    ['0,123,456', 'one number'],
    ['1e999', 'a number of ordinary size'],
    ['-1e999', 'a number of ordinary size'],
    ['1e-999999999', 'a number of ordinary size'],
    ['9'.repeat(400), 'a number of ordinary size'],
  ])('refuses %s with a hint to write %s, and costs no attempt', (answer, hint) => {
    const grade = gradeFor('12', answer);
    expect(grade).toEqual({ kind: 'invalid', message: expect.stringMatching(`^answer must be ${hint}.*\\.$`) });
  });

  it.each([
    ...['en-US', 'en-GB', 'en-IN', 'de-DE', 'de-CH', 'de-AT', 'fr-FR', 'fr-CH', 'it-IT', 'es-ES', 'pt-BR', 'nl-NL'],
    ...['sv-SE', 'pl-PL', 'ru-RU', 'tr-TR', 'he-IL', 'ar-EG', 'fa-IR', 'hi-IN-u-nu-deva', 'bn-BD', 'ja-JP', 'zh-CN'],
  ])('reads every number that %s writes', (locale) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
    const number = fc
      .tuple(fc.integer({ min: -2e12, max: 2e12 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, scale]) => digits / 10 ** scale);
    fc.assert(
      fc.property(number, (value) => {
        expect(gradeFor(String(value), format.format(value))).toEqual(passed);
      }),
    );
  });

  it('draws the line exactly at the tolerance, whatever the numbers', () => {
    const digits = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const write = (value: number, scale: number) => `${value}e-${scale}`;
    fc.assert(
      fc.property(digits, fc.nat(1_000_000), fc.nat(6), fc.constantFrom(-1, 1), (key, reach, scale, side) => {
        const gradeAt = (answer: number) =>
          gradeFor(write(key, scale), write(answer, scale), Number(write(reach, scale)));
        expect(gradeAt(key + side * reach)).toEqual(passed);
        expect(gradeAt(key + side * (reach + 1))).toEqual(failed);
      }),
    );
  });
});
