// Decimal numbers of any length, exactly.

/**
 * From plain notation: digits with at most one decimal point, a sign and an exponent, as in `-12.50` or `1e-7`. Null where
 * it is written otherwise, or is not of a double's size: then nothing could be compared with it, and `1e999999999` would
 * fill the memory.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const exponent = Number(power);
  const digits = whole + fraction;
  if (digits === '' || Math.abs(exponent) > exponentMax || !Number.isFinite(Number(text))) return null;
  const units = BigInt(sign === '-' ? -1 : 1) * BigInt(digits);
  const scale = fraction.length - exponent;
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

/** Its value is units / 10^scale; the scale is never negative. */
export type Decimal = { units: bigint; scale: number };

/** Above what a double needs: 5e-324 to 1.8e308 (IEEE 754, binary64). */
const exponentMax = 400;
