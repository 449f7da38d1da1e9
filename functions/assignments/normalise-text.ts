// A text without what does not matter to its meaning: two texts that say the same become one.
import { plainLetters } from './plain-letters.ts';

/**
 * Compatibility forms, case, diacritics, the kinds of quotation mark, dash and white space, invisible characters, and
 * punctuation at both ends are evened out; whatever the language, and doing it twice changes nothing. A text of
 * punctuation alone keeps it, so it equals that punctuation only.
 */
export function normaliseText(text: string): string {
  const visible = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const even = foldCase(plainLetters(visible))
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(quotes, "'")
    .replace(/\p{Dash}+/gu, '-')
    .trim();
  return (meaning.exec(even)?.[0] ?? even).normalize('NFKC');
}

/**
 * Full case folding by the case mappings of JavaScript (Unicode 17, §3.13.3): upper case alone takes ß to SS, and
 * lower case before it takes ẞ there too. Where a sigma stands in its word is not part of folding.
 */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/**
 * Single and double alike, in runs; with primes, and the letters and spacing accents that are typed as an apostrophe: NFKC
 * makes a space and a combining accent of the acute.
 */
const quotes = /(?: \u0301|[\p{Quotation_Mark}`\u02B9-\u02BD\u05F3\u05F4\u2032\u2035])+/gu;

/**
 * From the first to the last character that is neither white space nor punctuation. Some punctuation is meaning: C# is not
 * C, 50% is not 50, and a minus or a point right before a digit belongs to the number. Greedy, so that it takes linear time.
 */
const meaning =
  /(?:[\-.](?=\p{N}))?[[^\p{White_Space}\p{P}][#%‰\&@\/\\§]](?:.*[[^\p{White_Space}\p{P}][#%‰\&@\/\\§]])?/sv;
