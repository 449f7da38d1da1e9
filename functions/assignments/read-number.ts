// Reads a number as people write it, in the manners of different countries.
import { type Decimal, parseDecimal } from './decimal.ts';
import { plainNotation } from './plain-notation.ts';

/**
 * All that the text may mean. Half the world writes a decimal comma and half a decimal point, so `1,234` is read both as a
 * thousand and as one and a bit: a learner is not failed for where they come from. Thousands marks stand where they belong
 * (CLDR: threes, or two by two above the thousand as in India), and all are the same. `1e3` is read as calculators show it.
 * Never throws, and takes time linear in the length, but for the conversion of the digits.
 */
export function readNumber(text: string): NumberReading {
  const plain = plainNotation(text);
  const match = /^([+-]?) ?([^e]*)(e[+-]?\d+)?$/i.exec(plain);
  const [, sign = '', mantissa = '', power = ''] = match ?? [];
  const written = [pointStyle, commaStyle]
    .map((style) => inPlainDigits(mantissa, style))
    .filter((read) => read !== null);
  if (written.length === 0) return { kind: 'unreadable', message: hint(plain) };
  const readings = written.map((digits) => parseDecimal(sign + digits + power)).filter((decimal) => decimal !== null);
  return readings.length > 0 ? { kind: 'read', readings } : { kind: 'unreadable', message: extremeMessage };
}

export type NumberReading = { kind: 'read'; readings: Decimal[] } | { kind: 'unreadable'; message: string };

type Style = { decimalMark: string; grouped: RegExp };

const pointStyle: Style = {
  decimalMark: '.',
  grouped: /^(?:[1-9]\d{0,2}([, '])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})$/,
};
const commaStyle: Style = { decimalMark: ',', grouped: /^[1-9]\d{0,2}([. '])\d{3}(?:\1\d{3})*$/ };

/** Null where the mantissa is not written in this style. */
function inPlainDigits(mantissa: string, { decimalMark, grouped }: Style): string | null {
  const [whole = '', fraction = '', ...more] = mantissa.split(decimalMark);
  if (more.length > 0 || whole + fraction === '' || !/^\d*$/.test(fraction)) return null;
  if (!/^\d*$/.test(whole) && !grouped.test(whole)) return null;
  return `${whole.replace(/[^\d]/g, '')}.${fraction}`;
}

function hint(plain: string): string {
  if (!/\p{N}/u.test(plain)) return numberMessage;
  if (/[\p{L}\p{Sc}\p{So}%‰'"′″~≈=]/u.test(plain)) return unitMessage;
  return /[/÷∕⁄]/.test(plain.normalize('NFKC')) ? fractionMessage : numberMessage;
}

const numberMessage = 'answer must be one number in digits, such as 12, -0.5 or 12,000.';
const unitMessage = 'answer must be the number alone, such as 12.5: leave out units, words and signs such as %.';
const fractionMessage = 'answer must be a decimal number such as 0.5, not a fraction.';
const extremeMessage = 'answer must be a number of ordinary size, from 1e-308 to 1e308 on either side of 0.';
