import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callerOf } from '../../functions/api/caller.ts';

const caller = (forwardedFor?: string, more: Record<string, string> = {}) =>
  callerOf(new Headers({ ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }), ...more }));

const hosting = '192.0.2.80';

describe('behind Hosting', () => {
  test('clients are told apart by the address that the CDN saw', () => {
    expect(caller(`203.0.113.1, ${hosting}`).client).not.toBe(caller(`203.0.113.2, ${hosting}`).client);
    expect(caller(`203.0.113.1, ${hosting}`).peer).toBe(caller(`203.0.113.2, ${hosting}`).peer);
  });

  test('nothing that a client sends itself changes who it is', () => {
    const sent = fc.oneof(fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[ -~]{0,40}$/));
    fc.assert(
      fc.property(sent, sent, (forwarded, clientIp) => {
        const more = { 'fastly-client-ip': clientIp, 'x-real-ip': clientIp, forwarded: `for=${clientIp}` };
        expect(caller(`${forwarded}, 203.0.113.1,${hosting}`, more)).toEqual(caller(`203.0.113.1, ${hosting}`));
      }),
    );
  });
});

test('a client that calls directly may forge a client, never a peer, and so nobody behind Hosting', () => {
  const forged = caller('203.0.113.1, 198.51.100.7');
  expect(forged.peer).toBe(caller('198.51.100.7').peer);
  expect(forged.client).not.toBe(caller(`203.0.113.1, ${hosting}`).client);
});

test('of IPv6 the first 56 bits count, however they are written', () => {
  const peers = ['2001:db8:1:a200::1', '2001:DB8:1:A2ff:ffff:ffff:ffff:ffff', '2001:0db8:0001:a234:0:0:0:9'].map(
    (address) => caller(address).peer,
  );
  expect(new Set(peers)).toEqual(new Set(['2001:db8:1:a200::/56']));
  expect(caller('2001:db8:1:a300::1').peer).toBe('2001:db8:1:a300::/56');
  expect([caller('::1').peer, caller('2001:db8::').peer]).toEqual(['0:0:0:0::/56', '2001:db8:0:0::/56']);
  expect(caller('::ffff:203.0.113.1').peer).toBe('203.0.113.1');
});

test.each([undefined, '', 'unknown', '999.0.0.1', 'fe80::1%eth0', 'x'.repeat(8000), ', ,'])(
  'what is no address counts as one unknown network (case %#)',
  (forwardedFor) => {
    expect(caller(forwardedFor).peer).toBe('unknown');
    expect(caller(forwardedFor).client?.length ?? 0).toBeLessThan(20);
  },
);

test('whatever the header holds, a caller has a short name', () => {
  fc.assert(
    fc.property(fc.oneof(fc.stringMatching(/^[ -~]*$/), fc.ipV6(), fc.ipV4()), (forwardedFor) => {
      expect(caller(forwardedFor).client?.length ?? 0).toBeLessThan(60);
    }),
  );
});
