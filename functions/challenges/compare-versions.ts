// The order of a questionnaire's versions.

/** Below 0 where `a` comes before `b`, 0 where neither does; numbers in them are compared as numbers. */
export function compareVersions(a: string, b: string): number {
  return collator.compare(a, b);
}

const collator = new Intl.Collator('en', { numeric: true });
