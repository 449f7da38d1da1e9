// Rule: what every answer must be, whatever its kind.

/** What is wrong with the answer and what would be right, without quoting it; null where nothing is. */
export function findAnswerFault(answer: string): string | null {
  if (isLonger(answer, answerLengthMax)) return 'answer must be at most 10,000 characters long.';
  if (!answer.isWellFormed()) return 'answer must be well-formed Unicode, without half a surrogate pair.';
  if (controlCharacter.test(answer)) return 'answer must hold no control characters but tabs and line breaks.';
  if (!visible.test(answer)) return 'answer must not be empty or blank.';
  return null;
}

/** In Unicode code points, so that an emoji counts as one. The page sends no more either. */
const answerLengthMax = 10_000;

/** Looks at no more units than it must: an answer may come as a megabyte. */
function isLonger(text: string, lengthMax: number): boolean {
  if (text.length <= lengthMax) return false;
  return text.length > 2 * lengthMax || [...text].length > lengthMax;
}

/** `General_Category=Control` (Unicode 17, §23.1) holds NUL, and tab, line feed and carriage return, which people type. */
const controlCharacter = /[\p{Cc}--[\t\n\r]]/v;

/**
 * What leaves ink or moves the pen: neither white space nor a `Default_Ignorable_Code_Point` such as the zero-width
 * space, the joiners or the Hangul fillers (UAX #44, §5.1), nor the braille pattern without a dot.
 */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/u;
