// Rule: the mark of a number.
import type { AnswerKey } from '../challenges/check-answer-key.ts';
import type { AnswerGrade } from './answer-grade.ts';
import { type Decimal, parseDecimal } from './decimal.ts';
import { readNumber } from './read-number.ts';

/**
 * Passes if any reading of it is within the tolerance of any accepted number, the tolerance itself included. Reckoned in
 * decimals: in binary floating point 15 - 14.7 is more than 0.3.
 */
export function gradeNumber(
  { accepted, tolerance }: Pick<AnswerKey, 'accepted' | 'tolerance'>,
  answer: string,
): AnswerGrade {
  const number = readNumber(answer);
  if (number.kind === 'unreadable') return { kind: 'invalid', message: number.message };
  // The shortest decimal that names the double is the one the editor wrote (ECMA-262, Number::toString).
  const reach = parseDecimal(String(tolerance ?? 0)) ?? { units: 0n, scale: 0 };
  const passes = accepted.some((key) => {
    const target = parseDecimal(key);
    return target !== null && number.readings.some((reading) => isWithin(reading, target, reach));
  });
  return { kind: 'marked', mark: passes ? 'PASSED' : 'FAILED' };
}

function isWithin(value: Decimal, target: Decimal, reach: Decimal): boolean {
  const scale = Math.max(value.scale, target.scale, reach.scale);
  const inUnits = (decimal: Decimal) => decimal.units * 10n ** BigInt(scale - decimal.scale);
  const difference = inUnits(value) - inUnits(target);
  return (difference < 0n ? -difference : difference) <= inUnits(reach);
}
