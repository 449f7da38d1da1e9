// The messages between functions: what fits, and what is dropped.
import { describe, expect, it } from 'vitest';
import { messages } from '../functions/messages.ts';

type Name = keyof typeof messages;

const week = '2026-W48';
const good: Record<Name, Record<string, unknown>> = {
  syncCustomers: { week, walk: 1, page: 1 },
  planRun: { week },
  sendMails: { week, fromBatch: 1 },
  sendSignInLink: { email: 'ada@example.com' },
};
const topics: Record<Name, string> = {
  syncCustomers: 'sync-customers',
  planRun: 'plan-run',
  sendMails: 'send-mails',
  sendSignInLink: 'send-sign-in-link',
};
const names = Object.keys(good) as Name[];
const weekly = names.filter((name) => 'week' in good[name]);
const issues = (name: Name, data: unknown) => messages[name].schema.safeParse(data).error?.issues ?? [];
const faultyFields = (name: Name, data: unknown) => issues(name, data).map(({ path }) => path.join('.'));

describe('every message', () => {
  it('is one of those written down here', () => {
    expect(Object.keys(messages).sort()).toEqual(names.toSorted());
  });

  it('goes to the topic that the architecture draws', () => {
    expect(Object.fromEntries(names.map((name) => [name, messages[name].topic]))).toEqual(topics);
  });

  it.each(names)('arrives as it was published: %s', (name) => {
    expect(messages[name].schema.parse(JSON.parse(JSON.stringify(good[name])))).toEqual(good[name]);
  });

  it.each(names)('is refused without any one of its fields: %s', (name) => {
    for (const field of Object.keys(good[name])) {
      const { [field]: _left, ...rest } = good[name];
      expect(faultyFields(name, rest)).toEqual([field]);
    }
  });

  it.each(names)('is refused where it is no object: %s', (name) => {
    for (const data of [null, undefined, 'text', 7, [good[name]]]) {
      expect(messages[name].schema.safeParse(data).success).toBe(false);
    }
  });

  it.each(names)('may come from a newer release with a field more, which is dropped: %s', (name) => {
    expect(messages[name].schema.parse({ ...good[name], later: true })).toEqual(good[name]);
  });
});

describe('a message of a run', () => {
  it.each(weekly)('names a week that exists: %s', (name) => {
    for (const bad of ['2026-W54', '2026-53', '2026-W00', '2027-W53', '', 48, null]) {
      expect(faultyFields(name, { ...good[name], week: bad })).toEqual(['week']);
    }
  });

  it.each([
    ['syncCustomers', 'walk'],
    ['syncCustomers', 'page'],
    ['sendMails', 'fromBatch'],
  ] as const)('counts from 1 in whole numbers: %s.%s', (name, field) => {
    for (const bad of [0, -1, 1.5, '1', null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(faultyFields(name, { ...good[name], [field]: bad })).toEqual([field]);
    }
  });
});

describe('the message for a sign-in link', () => {
  it('takes an address of 320 characters, the longest there is, and none longer', () => {
    const longest = `${'a'.repeat(64)}@${'b'.repeat(255)}`;
    expect(messages.sendSignInLink.schema.safeParse({ email: longest }).success).toBe(true);
    expect(faultyFields('sendSignInLink', { email: `${longest}b` })).toEqual(['email']);
  });

  it('is refused without the address in the error', () => {
    const refused = [
      { email: `ada@${'example'.repeat(60)}.com` },
      { email: ['ada@example.com'] },
      { mail: 'ada@example.com' },
    ];
    for (const data of refused) {
      const told = JSON.stringify(issues('sendSignInLink', data));
      expect(told).not.toBe('[]');
      expect(told).not.toContain('ada@');
    }
  });
});
