// The name of a release.

/** Such as `2026-11-22T09-15-00Z-b9f9a1b`: names sort by time, and are folder names everywhere. */
export function releaseName(at: Date, commit: string): string {
  return `${at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}-${commit.slice(0, 7)}`;
}
