// The network that a stranger's request comes from.
import { isIPv4, isIPv6 } from 'node:net';

/**
 * Google's front end adds the address that it was called from to the end of `X-Forwarded-For`; what stands before it,
 * anybody may have written. See docs/decisions/2026-11-22-who-a-stranger-is.md.
 */
export function callerOf(headers: Headers): Caller {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').slice(-2);
  const peer = networkOf(hops.at(-1) ?? '');
  return { peer, client: hops.length < 2 ? null : `${networkOf(hops[0] ?? '')} ${peer}` };
}

/**
 * `peer`: who called Google, which is Hosting's front end or a client that calls the function directly; nobody can forge
 * it. `client`: the peer, and who the peer says it was called from; behind Hosting this is one client. Null where it says
 * nothing.
 */
export type Caller = { peer: string; client: string | null };

/** Of IPv6 the first 56 bits: a subscriber at home is given that many addresses to choose from (RFC 6177 §2). */
function networkOf(text: string): string {
  const address = text.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(address)) return address;
  if (!isIPv6(address) || address.includes('%')) return 'unknown';
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  const [a, b, c, d = '0'] = groups;
  return `${a}:${b}:${c}:${(Number.parseInt(d, 16) & 0xff00).toString(16)}::/56`;
}
