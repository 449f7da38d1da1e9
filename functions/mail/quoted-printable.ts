// Quoted-printable (RFC 2045 §6.7): text as 7-bit lines of at most 76 characters.

/**
 * `text` breaks lines with line feeds alone. Lines end in CRLF; a break that is not the text's own is soft. What is
 * encoded may be put together from pieces where each but the last ends softly: `isLast` false does that.
 */
export function quotedPrintable(text: string, { isLast }: { isLast: boolean }): string {
  const lines = text.split('\n').map(encodedLine);
  const last = lines.length - 1;
  const ending = lines[last] ?? '';
  // A space that ends a line may be lost on the way; before a soft break it ends none.
  const ended = lines.map((line, at) => (at === last && !isLast ? line : line.replace(endingSpace, encodedSpace)));
  const wrapped = ended.map(softly).join('\r\n');
  return isLast || ending === '' ? wrapped : `${wrapped}=\r\n`;
}

/** With the equals sign of a soft break, 76. */
const lengthMax = 75;

const utf8 = new TextEncoder();
const endingSpace = /[ \t]$/;
const plain = /^[\t\x20-\x3c\x3e-\x7e]*$/;
const encodedPart = /[^\t\x20-\x3c\x3e-\x7e]+/gu;

const encodedByte = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const encodedSpace = (space: string) => encodedByte[space.charCodeAt(0)] ?? '';

function encodedLine(line: string): string {
  if (plain.test(line)) return line;
  return line.replace(encodedPart, (part) => {
    let encoded = '';
    for (const byte of utf8.encode(part)) encoded += encodedByte[byte];
    return encoded;
  });
}

/** Breaks a line where it is too long, never within an encoded byte. */
function softly(line: string): string {
  if (line.length <= lengthMax) return line;
  const pieces: string[] = [];
  for (let from = 0; from < line.length; ) {
    let to = Math.min(from + lengthMax, line.length);
    if (to < line.length) {
      if (line[to - 1] === '=') to -= 1;
      else if (line[to - 2] === '=') to -= 2;
    }
    pieces.push(line.slice(from, to));
    from = to;
  }
  return pieces.join('=\r\n');
}
