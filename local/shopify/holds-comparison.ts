// Search comparators.
import type { Comparator } from './search-rows.ts';

/** Whether `left <comparator> right`, told from `left - right`; false for NaN. No comparator means equal. */
export function holdsComparison(difference: number, comparator: Comparator): boolean {
  if (comparator === '') return difference === 0;
  if (difference === 0) return comparator.endsWith('=');
  return comparator.startsWith('>') ? difference > 0 : difference < 0;
}
