// Breaks one row of an answer, as a page that does not parse.

/**
 * Changes `data` in place: takes `marketingState` from the first address, or puts null in the place of the first row.
 * False, and nothing changed, where the answer has no such place.
 */
export function malform(data: unknown, kind: 'missingMarketingState' | 'nullNode'): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const record = data as Record<string, unknown>;
  if (kind === 'missingMarketingState' && 'marketingState' in record) {
    delete record.marketingState;
    return true;
  }
  if (kind === 'nullNode' && 'node' in record) {
    record.node = null;
    return true;
  }
  return Object.values(record).some((value) => malform(value, kind));
}
