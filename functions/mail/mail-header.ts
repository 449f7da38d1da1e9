// Foreign text made fit for a mail's headers: it can be read back as a plain line, and holds nothing else.
import { encodeWord, foldLines } from 'nodemailer/lib/mime-funcs';
import { isPlainAddress } from './plain-address.ts';
import { plainLine } from './plain-line.ts';

export const mailHeader = {
  /** A subject, encoded (RFC 5322 unstructured). What looks like an encoded word is encoded too, or it would be decoded. */
  subject: (text: string): string => encodedUnless(/^(?!.*=\?)[\x20-\x7e]*$/, plainLine(text, lengthMax)),
  /**
   * A name that will stand beside an address, not yet encoded. What looks like an encoded word is broken up, since mail
   * programs decode it in quoted names too, against RFC 2047 §5; no name holds `=?`.
   */
  name: (text: string): string => plainLine(text, lengthMax).replaceAll('=?', '= ?'),
  /** Such a name, encoded (RFC 5322 display-name). */
  phrase: (text: string): string => encodedUnless(/^[\w ]*$/, mailHeader.name(text)),
  /** The whole field To, folded; both untrusted. An address that may not stand there is left to the envelope. */
  to: ({ name, address }: { name: string | null; address: string }): string => {
    if (!isPlainAddress(address)) return 'To: Undisclosed recipients:;';
    const phrase = mailHeader.phrase(name ?? '');
    return foldLines(phrase === '' ? `To: ${address}` : `To: ${phrase} <${address}>`, lineLength);
  },
};

/** Of a line that is folded where it can be (RFC 5322 §2.1.1). */
const lineLength = 76;

/** Far above any name or title, far below the 998 characters of a line (RFC 5322 §2.1.1) once encoded. */
const lengthMax = 200;

function encodedUnless(plain: RegExp, line: string): string {
  if (plain.test(line)) return line;
  const mostlyLatin = (line.match(/[A-Za-z]/g) ?? []).length * 2 > line.length;
  return encodeWord(line, mostlyLatin ? 'Q' : 'B', 52);
}
