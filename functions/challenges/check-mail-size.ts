// Rule: the mail of a challenge stays small enough to be shown whole.
import { AppError } from '../errors.ts';
import type { Challenge } from './challenge.ts';

/** Gmail shows no more of a message than about 102 KB and hides the rest behind a link, the unsubscribe link with it. */
const mailBytesMax = 100_000;
/**
 * What surrounds the two bodies, as it is sent: up to 27 KB with the longest names (measured), and the soft line breaks
 * of the bodies, one in 25 bytes.
 */
const frameBytes = 30_000;

type Rendered = Pick<Challenge, 'id' | 'levelId' | 'bodyHtml' | 'bodyText'>;

/**
 * Throws an AppError `BAD_USER_INPUT` that names file, field, size and limit of each challenge whose mail might exceed
 * 100,000 bytes, measured from above as quoted-printable.
 */
export function checkMailSize(challenges: Rendered[]): void {
  const problems = challenges.flatMap(({ id, levelId, bodyHtml, bodyText }) => {
    const bytes = encodedBytes(bodyHtml) + encodedBytes(bodyText) + frameBytes;
    if (bytes <= mailBytesMax) return [];
    const file = `challenges/${levelId}/${id}.md`;
    return `${file}: bodyMarkdown: its mail would have up to ${bytes} bytes, and ${mailBytesMax} are the most: shorten the text`;
  });
  if (problems.length > 0) throw new AppError('BAD_USER_INPUT', `Content cannot be imported:\n${problems.join('\n')}`);
}

/** RFC 2045 §6.7: a line ends with CR and LF, and all but printable ASCII takes 3 bytes, as do `=` and a line's last space. */
function encodedBytes(text: string): number {
  const tripled = text.match(/[\t ]$/gm)?.length ?? 0;
  return Buffer.from(text).reduce((sum, byte) => sum + bytesOf(byte), 2 * tripled);
}

function bytesOf(byte: number): number {
  if (byte === 0x0a) return 2;
  return byte < 0x20 || byte === 0x3d || byte > 0x7e ? 3 : 1;
}
