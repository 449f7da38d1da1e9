import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeMime } from '../../functions/mail/compose-mime.ts';
import { greetingName } from '../../functions/mail/greeting-name.ts';
import { weeklyMail } from '../../functions/mail/weekly-mail.ts';
import { type WeeklyContent, type WeeklyFilling, weeklyTemplate } from '../../functions/mail/weekly-template.ts';
import { testConfig } from '../kit/test-config.ts';
import { hostileText } from './hostile-text.ts';

const config = testConfig({ mailReplyTo: 'help@example.com' });
const challenge: WeeklyContent = {
  kind: 'challenge',
  questionnaireReminder: false,
  levelName: 'First steps',
  isTheirLevel: true,
  title: 'The snail in the well',
  bodyHtml: '<p>A snail climbs three metres a day.</p>',
  bodyText: 'A snail climbs three metres a day.',
};
const token = `eyJhbGciOiJIUzI1NiIsImtpZCI6ImEifQ.${'e30'.repeat(60)}.sig_-`;
const filling: WeeklyFilling = {
  to: { name: 'Ada Lovelace', address: 'ada@example.com' },
  firstName: 'Ada',
  buttonUrl: `https://challenge.example.com/week/2026-W48#token=${token}`,
  unsubscribeUrl: `https://challenge.example.com/unsubscribe?token=${token}`,
  questionnaireUrl: `https://challenge.example.com/#token=${token}`,
};

/** What `composeMime`, and so nodemailer's MailComposer, makes of the same mail. */
async function composed(content: WeeklyContent, { to, ...values }: WeeklyFilling, brandName: string) {
  const { firstName, buttonUrl, unsubscribeUrl } = values;
  const common = { firstName, buttonUrl, unsubscribeUrl, brandName, postalAddress: config.postalAddress };
  const questionnaireUrl =
    content.kind === 'challenge' && content.questionnaireReminder ? values.questionnaireUrl : null;
  return composeMime({
    from: { name: brandName, address: config.mailFrom },
    to,
    replyTo: config.mailReplyTo,
    content: weeklyMail(
      content.kind === 'challenge' ? { ...common, ...content, questionnaireUrl } : { ...common, kind: 'questionnaire' },
    ),
    unsubscribeUrl,
  });
}

async function filled(content: WeeklyContent, values: WeeklyFilling, brandName = config.brandName) {
  return (await weeklyTemplate({ ...config, brandName }, content)).fill(values);
}

/** All that a reader is shown or acts on; what no two mails share is left out. */
async function read(mime: Uint8Array) {
  const { headers, text, html, attachments, subject, from, to, replyTo } = await PostalMime.parse(mime);
  const same = headers
    .filter(({ key }) => key !== 'message-id' && key !== 'date')
    .map(({ key, value }) => `${key}: ${value.replace(/boundary="[^"]*"/, '').replace(/\s+/g, ' ')}`)
    // The addresses are compared as they are read: a name may be quoted or encoded.
    .filter((header) => !header.startsWith('to: '));
  const unified = (part: string | undefined) => (part ?? '').replace(/\r\n?/g, '\n').trimEnd();
  return {
    ...{ headers: same.sort(), text: unified(text), html: unified(html) },
    ...{ attachments, subject, from, to, replyTo },
  };
}

function expectSendable(mime: Uint8Array) {
  const raw = Buffer.from(mime).toString('latin1');
  expect(raw).toMatch(/^[\r\n\t\x20-\x7e]*$/);
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = raw.split('\r\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(998);
  const body = lines.slice(lines.indexOf('') + 1);
  expect(Math.max(...body.map((line) => line.length))).toBeLessThanOrEqual(76);
}

// NUL and lone surrogates are no text; the content import lets neither in.
const anyText = hostileText.map((text) => text.toWellFormed().replaceAll('\0', ''));
const anyBody = fc
  .array(fc.oneof(anyText, fc.constantFrom('\n', '\n.\n', '\r', ' \n', '李小龍'.repeat(300), 'word '.repeat(100))), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
  .filter((body) => body.trim() !== '');
const anyContent: fc.Arbitrary<WeeklyContent> = fc.oneof(
  fc.constant({ kind: 'questionnaire' } as const),
  fc.record({
    kind: fc.constant('challenge' as const),
    questionnaireReminder: fc.boolean(),
    isTheirLevel: fc.boolean(),
    levelName: anyText,
    title: anyText,
    bodyHtml: anyBody,
    bodyText: anyBody,
  }),
);
const anyAddress = fc.oneof(
  fc.emailAddress(),
  fc.constantFrom('x@y.z\r\nBcc: eve@example.com', 'a@example.com, eve@example.com', 'zoë@example.com', ''),
  fc.constant(`${'a'.repeat(64)}@${'b'.repeat(60)}.example.com`),
);
const anyFilling = fc
  .record({ firstName: fc.option(hostileText), lastName: fc.option(hostileText), address: anyAddress })
  .map(
    ({ firstName, lastName, address }): WeeklyFilling => ({
      ...filling,
      ...{ firstName, to: { name: greetingName(firstName, lastName), address } },
    }),
  );

test('whatever names, addresses, brand and content are, a reader gets what MailComposer would have made', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, anyFilling, anyText, async (content, values, brand) => {
      const mime = await filled(content, values, brand);
      expectSendable(mime);
      expect(await read(mime)).toEqual(await read(await composed(content, values, brand)));
    }),
    { numRuns: 300 },
  );
});

describe('one template', () => {
  test('is filled for one learner after the other, and nothing of one is in the mail of the next', async () => {
    const template = await weeklyTemplate(config, challenge);
    template.fill({ ...filling, firstName: 'Grace', to: { name: 'Grace Hopper', address: 'grace@example.com' } });
    const mime = template.fill(filling);
    expect(await read(mime)).toEqual(await read(await composed(challenge, filling, config.brandName)));
    expect(Buffer.from(mime).toString('latin1')).not.toMatch(/grace/i);
  });

  test('gives each mail a Message-ID of its own', async () => {
    const template = await weeklyTemplate(config, challenge);
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await PostalMime.parse(template.fill(filling))).messageId ?? ''),
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^<[\w-]+@weekly\.example\.com>$/);
  });
});

test('the header’s link stands on the line of its name, as RFC 8058 wants it, however long it is', async () => {
  const raw = Buffer.from(await filled(challenge, filling)).toString('latin1');
  expect(raw).toContain(`\r\nList-Unsubscribe: <${filling.unsubscribeUrl}>\r\n`);
  expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
});

test('a text of other letters is no longer than base64 makes it', async () => {
  const body = '蝸牛爬牆'.repeat(1_000);
  const content = { ...challenge, bodyHtml: `<p>${body}</p>`, bodyText: body };
  const most = (await composed(content, filling, config.brandName)).length;
  expect((await filled(content, filling)).length).toBeLessThanOrEqual(most);
});
