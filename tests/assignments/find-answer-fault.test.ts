// What every answer must be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnswerFault } from '../../functions/assignments/find-answer-fault.ts';

describe('findAnswerFault', () => {
  it.each([
    ['letters', 'Friday'],
    ['a single sign', '?'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['10,000 emoji', '🐌'.repeat(10_000)],
    ['lines and tabs', 'one\r\n\ttwo\n'],
    ['right-to-left text with its marks', '\u200fשלום'],
    ['an emoji of several people', '👩\u200d👧'],
    ['a lonely combining mark', '\u0301'],
  ])('finds nothing wrong with %s', (_, answer) => {
    expect(findAnswerFault(answer)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['spaces, tabs and lines', ' \t\r\n '],
    ['spaces that do not break', '\u00a0\u202f\u3000\u2003'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['a soft hyphen and direction marks', '\u00ad\u200e\u061c'],
    ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
    ['variation selectors and tags', '\ufe0f\u{e0020}\u{e0100}'],
    ['a braille pattern without dots', '\u2800'],
  ])('calls %s blank', (_, answer) => {
    expect(findAnswerFault(answer)).toBe('answer must not be empty or blank.');
  });

  it.each([
    ['one character too many', 'x'.repeat(10_001)],
    ['one emoji too many', '🐌'.repeat(10_001)],
    ['a megabyte', 'x'.repeat(1_048_576)],
    ['10,001 spaces', ' '.repeat(10_001)],
  ])('names the limit to %s', (_, answer) => {
    expect(findAnswerFault(answer)).toBe('answer must be at most 10,000 characters long.');
  });

  it.each([
    ['NUL', '\0'],
    ['a backspace', '\b'],
    ['an escape sequence', '\x1b[2J'],
    ['a form feed', '\f'],
    ['DEL', '\x7f'],
    ['a C1 control', '\x9b'],
  ])('refuses %s among letters', (_, control) => {
    expect(findAnswerFault(`Fri${control}day`)).toBe(
      'answer must hold no control characters but tabs and line breaks.',
    );
  });

  it.each([
    ['half a pair at the end', 'x\ud83d'],
    ['the other half at the start', '\ude00x'],
    ['two halves the wrong way round', '\ude00\ud83d'],
  ])('refuses %s', (_, answer) => {
    expect(findAnswerFault(answer)).toMatch(/^answer must be well-formed Unicode/);
  });

  it('says the same of every wrong answer, and so never quotes one', () => {
    const faults = new Set<string | null>();
    const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)));
    const anything = fc.oneof(
      anyUnits.map((units) => units.join('')),
      fc.string({ unit: 'binary' }),
      fc.string(),
    );
    fc.assert(fc.property(anything, (answer) => void faults.add(findAnswerFault(answer))));
    expect(faults.size).toBeLessThanOrEqual(5);
  });
});
