// One part of a mail, encoded once, in which only the slots are filled for each learner.
import { quotedPrintable } from './quoted-printable.ts';

export type PartTemplate = {
  transferEncoding: 'quoted-printable' | 'base64';
  /**
   * The encoded part, 7-bit, in lines of at most 76 characters that end in CRLF; `values` by slot, as in the template. In
   * pieces, of which the fixed ones are shared: a mail is copied together once, outside of the collected heap.
   */
  fill(values: Readonly<Record<string, string>>): Buffer[];
};

/**
 * `text` holds slots: words of `\w` that stand in `slots` and nowhere else. Base64 where that is shorter by far, as for text
 * of mostly other letters than Latin ones; else quoted-printable.
 */
export function partTemplate(text: string, slots: readonly string[]): PartTemplate {
  // A carriage return that stands alone may stand in no mail.
  const pieces = text.replace(/\r\n?/g, '\n').split(new RegExp(`(${slots.join('|')})`));
  const whole = pieces.join('');
  const quoted = quotedPrintable(whole, { isLast: true }).length;
  const base64 = (4 / 3) * Buffer.byteLength(whole.replaceAll('\n', '\r\n'));
  return quoted > base64 * base64Worth ? base64Part(pieces) : quotedPart(pieces);
}

/** So much longer must quoted-printable be: its source can be read, and filling it is cheaper. */
const base64Worth = 1.25;

/** Every second piece is a slot. */
function quotedPart(pieces: string[]): PartTemplate {
  const encoded = pieces.map((piece, at) =>
    at % 2 === 1 ? piece : Buffer.from(quotedPrintable(piece, { isLast: at === pieces.length - 1 }), 'latin1'),
  );
  return {
    transferEncoding: 'quoted-printable',
    fill: (values) =>
      encoded.map((piece) =>
        typeof piece === 'string'
          ? Buffer.from(quotedPrintable(filling(values, piece), { isLast: false }), 'latin1')
          : piece,
      ),
  };
}

function base64Part(pieces: string[]): PartTemplate {
  const encoded = pieces.map((piece, at) =>
    at % 2 === 1 ? piece : Buffer.from(piece.replaceAll('\n', '\r\n'), 'utf8'),
  );
  return {
    transferEncoding: 'base64',
    fill(values) {
      const filled = encoded.map((piece) => (typeof piece === 'string' ? Buffer.from(filling(values, piece)) : piece));
      const lines = Buffer.concat(filled)
        .toString('base64')
        .replace(/.{76}(?!$)/g, '$&\r\n');
      return [Buffer.from(lines, 'latin1')];
    },
  };
}

function filling(values: Readonly<Record<string, string>>, slot: string): string {
  const value = values[slot];
  if (value === undefined) throw new Error('A slot of a mail has no value.');
  return value;
}
