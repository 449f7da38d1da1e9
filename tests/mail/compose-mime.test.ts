import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeMime, type MimeInput } from '../../functions/mail/compose-mime.ts';
import { greetingName } from '../../functions/mail/greeting-name.ts';
import { plainLine } from '../../functions/mail/plain-line.ts';
import { hostileText } from './hostile-text.ts';

const input: MimeInput = {
  from: { name: 'Weekly challenge', address: 'challenge@weekly.example.com' },
  to: { name: 'Ada Lovelace', address: 'ada@example.com' },
  replyTo: 'help@example.com',
  content: { subject: 'This week: the snail', html: '<p>Hello</p>', text: 'Hello' },
  unsubscribeUrl: 'https://challenge.example.com/unsubscribe?token=aaa.bbb.ccc',
};
const listHeaders = ['list-unsubscribe', 'list-unsubscribe-post', 'list-id'];
const otherHeaders = ['from', 'to', 'subject', 'auto-submitted', 'message-id', 'date', 'mime-version', 'content-type'];

async function compose(overrides: Partial<MimeInput> = {}) {
  const bytes = await composeMime({ ...input, ...overrides });
  const raw = Buffer.from(bytes).toString('latin1');
  const mail = await PostalMime.parse(bytes);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  return { raw, mail, header, names: mail.headers.map(({ key }) => key).sort() };
}

const unified = (text: string | undefined) => (text ?? '').replace(/\r\n?/g, '\n').trimEnd();

function expectSendable(raw: string) {
  expect(raw).toMatch(/^[\r\n\t\x20-\x7e]*$/);
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(998);
}

describe('a mail of the list', () => {
  test('bears exactly the headers that it should, each once', async () => {
    const { names } = await compose();
    expect(names).toEqual([...otherHeaders, ...listHeaders, 'reply-to'].sort());
  });

  test('bears one-click unsubscribing, unfolded, as RFC 8058 wants it', async () => {
    const { raw } = await compose();
    expect(raw).toContain('\r\nList-Unsubscribe: <https://challenge.example.com/unsubscribe?token=aaa.bbb.ccc>\r\n');
    expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  test('names its list, its sender, where answers go, and that no person sent it', async () => {
    const { raw, mail, header } = await compose();
    expect(raw).toContain('\r\nList-Id: Weekly challenge <weekly.weekly.example.com>\r\n');
    expect(header('list-id')).toBe('Weekly challenge <weekly.weekly.example.com>');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(mail.from).toMatchObject({ name: 'Weekly challenge', address: 'challenge@weekly.example.com' });
    expect(mail.replyTo).toMatchObject([{ name: 'Weekly challenge', address: 'help@example.com' }]);
    expect(mail.to).toMatchObject([{ name: 'Ada Lovelace', address: 'ada@example.com' }]);
    expect(header('message-id')).toMatch(/@weekly\.example\.com>$/);
  });

  test('is multipart/alternative, the text before the HTML', async () => {
    const { raw, header } = await compose();
    expect(header('content-type')).toMatch(/^multipart\/alternative; boundary=/);
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
  });

  test('has no Reply-To where none is set', async () => {
    const { names } = await compose({ replyTo: undefined });
    expect(names).toEqual([...otherHeaders, ...listHeaders].sort());
  });
});

test('a mail that somebody asked for bears no list headers', async () => {
  const { names } = await compose({ unsubscribeUrl: null, replyTo: undefined });
  expect(names).toEqual([...otherHeaders].sort());
});

test('no name, brand or title can inject a header or a recipient, and each is read back as one plain line', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, hostileText, async (name, brand, subject) => {
      const { raw, mail, names, header } = await compose({
        to: { name: greetingName(name), address: 'ada@example.com' },
        from: { name: brand, address: 'challenge@weekly.example.com' },
        content: { ...input.content, subject },
      });
      expectSendable(raw);
      const subjectHeader = plainLine(subject, 200) === '' ? [] : ['subject'];
      const others = otherHeaders.filter((other) => other !== 'subject');
      expect(names).toEqual([...others, ...subjectHeader, ...listHeaders, 'reply-to'].sort());
      expect(mail.to).toEqual([
        { name: (greetingName(name) ?? '').replaceAll('=?', '= ?'), address: 'ada@example.com' },
      ]);
      expect(mail.from).toEqual({
        name: plainLine(brand, 200).replaceAll('=?', '= ?'),
        address: 'challenge@weekly.example.com',
      });
      expect(mail.subject ?? '').toBe(plainLine(subject, 200));
      expect(header('list-id')).toMatch(/<weekly\.weekly\.example\.com>$/);
      expect(mail.attachments).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('text and HTML arrive as they were, 7-bit and in short lines, whatever they hold', async () => {
  const anyBody = fc
    .array(fc.oneof(hostileText, fc.constantFrom('\n', '\n.\n', '\nFrom here\n', 'ü'.repeat(300), '=3D', '--')), {
      minLength: 1,
      maxLength: 6,
    })
    // NUL and lone surrogates are no text; the content import lets neither in.
    .map((parts) => parts.join('').toWellFormed().replaceAll('\0', ''));
  await fc.assert(
    fc.asyncProperty(anyBody, anyBody, async (text, html) => {
      fc.pre(text.trim() !== '' && html.trim() !== '');
      const { raw, mail } = await compose({ content: { subject: 'S', text, html } });
      expectSendable(raw);
      expect(unified(mail.text)).toBe(unified(text));
      expect(unified(mail.html)).toBe(unified(html));
    }),
    { numRuns: 200 },
  );
});

test.each([
  'x@y.z\r\nBcc: eve@example.com',
  'a@example.com, eve@example.com',
  'Ada <a@example.com>',
  'zoë@example.com',
  '',
])('an address that cannot stand in a header stays out of it, for SES to judge: %j', async (address) => {
  const { raw, names, header } = await compose({ to: { name: 'Ada', address } });
  expectSendable(raw);
  expect(header('to')).toBe('Undisclosed recipients:;');
  expect(names).toEqual([...otherHeaders, ...listHeaders, 'reply-to'].sort());
});

test('a local part of 64 characters stays whole', async () => {
  const address = `${'a'.repeat(64)}@example.com`;
  const { mail } = await compose({ to: { name: 'Ada', address } });
  expect(mail.to).toMatchObject([{ address }]);
});
