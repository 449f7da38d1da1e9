// Rule: which address a signing certificate may be read from.

/**
 * Whether it is a signing certificate at exactly this origin. Compared as text, not as a parsed URL: nothing else has
 * another host, a port, a user, a query or a fragment to hide. The name is that of all certificates of SNS.
 */
export function isCertificateUrl(url: string, origin: string): boolean {
  return url.startsWith(origin) && /^\/SimpleNotificationService-[A-Za-z0-9]{32}\.pem$/.test(url.slice(origin.length));
}
