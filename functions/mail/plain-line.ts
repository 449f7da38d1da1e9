// Foreign text made fit for one line that a person reads: a name, a title.

/**
 * One line of at most `lengthMax` UTF-16 units: control characters and line breaks become spaces, the characters that
 * turn the direction of the text around them are left out (Unicode 17, `Bidi_Control`), white space is collapsed, and
 * what is too long is cut between two graphemes and ends in an ellipsis. Letters, emoji and right-to-left scripts stay.
 */
export function plainLine(text: string, lengthMax: number): string {
  const line = text
    .toWellFormed()
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  if (line.length <= lengthMax) return line;
  let cut = '';
  for (const { segment } of graphemes.segment(line.slice(0, lengthMax + graphemeLengthMax))) {
    if (cut.length + segment.length > lengthMax - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Longer than any real grapheme: a family emoji with skin tones has 20 units or so. */
const graphemeLengthMax = 50;
