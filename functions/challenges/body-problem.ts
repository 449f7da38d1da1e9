// Rule: the body of a challenge can be shown whole, in a mail as on the page.
import type { RenderedBody } from './render-markdown.ts';

/** What is wrong with a body and what would be right, to stand behind the field's name; null where nothing is. */
export function bodyProblem({ html, text, depth }: RenderedBody): string | null {
  // Beyond 100 the parser drops text without a word.
  if (depth > nestingMax) return `must not nest lists, quotes and emphasis deeper than ${nestingMax}`;
  if (text.trim() === '') return 'must show something to read';
  const bytes = encodedBytes(html) + encodedBytes(text) + frameBytes;
  if (bytes <= mailBytesMax) return null;
  return `makes a mail of up to ${bytes} bytes, and ${mailBytesMax} are the most: shorten the text`;
}

/** Fifteen lists in each other, of which each is two elements; a browser flattens what nests deeper than 512. */
const nestingMax = 30;
/** Gmail shows no more of a message than about 102 KB and hides the rest behind a link, the unsubscribe link with it. */
const mailBytesMax = 100_000;
/**
 * What surrounds the two bodies, as it is sent: up to 27 KB with the longest names (measured), and the soft line breaks
 * of the bodies, one in 25 bytes.
 */
const frameBytes = 30_000;

/**
 * The size as quoted-printable, from above. RFC 2045 §6.7: a line ends with CR and LF, and all but printable ASCII takes
 * 3 bytes, as do `=` and a line's last space.
 */
function encodedBytes(text: string): number {
  const tripled = text.match(/[\t ]$/gm)?.length ?? 0;
  return Buffer.from(text).reduce((sum, byte) => sum + bytesOf(byte), 2 * tripled);
}

function bytesOf(byte: number): number {
  if (byte === 0x0a) return 2;
  return byte < 0x20 || byte === 0x3d || byte > 0x7e ? 3 : 1;
}
