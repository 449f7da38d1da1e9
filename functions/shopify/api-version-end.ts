// Rule: until when Shopify answers a version of the Admin API.

/** A version is accessible for a year and half a month: 2026-10 until 2027-10-16 15:00 UTC (Shopify, "API versioning"). */
export function apiVersionEnd(version: string): Date {
  const [year = 0, month = 1] = version.split('-').map(Number);
  return new Date(Date.UTC(year + 1, month - 1, 16, 15));
}
