// Rule: whether an address leads to the machine itself.

/** False for none, and for what is no URL. */
export function isOnThisMachine(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  return ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
}
