import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChallengeMailInput, type WeeklyMailInput, weeklyMail } from '../../functions/mail/weekly-mail.ts';
import { hostileText } from './hostile-text.ts';

const common = {
  firstName: 'Ada',
  buttonUrl: 'https://challenge.example.com/week/2026-W48#token=aaa.bbb.ccc',
  unsubscribeUrl: 'https://challenge.example.com/unsubscribe?token=ddd.eee.fff&a=1',
  brandName: 'Weekly challenge',
  postalAddress: 'Stepladder, 1 Example Street, 10115 Berlin',
};
const challenge: ChallengeMailInput = {
  ...common,
  kind: 'challenge',
  isTheirLevel: true,
  levelName: 'Curious',
  title: 'The snail in the well',
  bodyHtml: '<p>A snail climbs <strong>three</strong> metres.</p>',
  bodyText: 'A snail climbs three metres.',
  questionnaireUrl: null,
};
const questionnaire: WeeklyMailInput = { ...common, kind: 'questionnaire' };
const bothKinds = [
  ['challenge', challenge],
  ['questionnaire', questionnaire],
] as const;

describe.each(bothKinds)('the %s mail', (_, input) => {
  test.each(['html', 'text'] as const)(
    'has in its %s part the greeting, the links, the sender and why it came',
    (part) => {
      const mail = weeklyMail(input)
        [part].replaceAll('&#38;', '&')
        .replace(/<\/?bdi>/g, '');
      expect(mail).toContain('Hello Ada,');
      expect(mail).toContain(common.buttonUrl);
      expect(mail).toContain(common.unsubscribeUrl);
      expect(mail).toContain(common.postalAddress);
      expect(mail).toContain('You get this mail because you have Weekly challenge and agreed to mail from the shop.');
    },
  );

  test('shows its preheader before anything else, and hides it', () => {
    const { html, preheader } = weeklyMail(input);
    expect(preheader).not.toBe('');
    const body = html.slice(html.indexOf('<body'));
    expect(body).toMatch(new RegExp(`^<body[^>]*>\\s*<div style="display:none[^"]*">${preheader}</div>`));
  });

  test('greets somebody without a name, or with one that is a trap, in a friendly way', () => {
    for (const firstName of [null, '', 'http://evil.example']) {
      const { html, text } = weeklyMail({ ...input, firstName });
      expect(text).toContain('Hello there,');
      expect(html).toContain('Hello <bdi>there</bdi>,');
      expect(html + text).not.toContain('evil');
    }
  });

  test('is readable without images, because it has none, and follows the reader into dark mode', () => {
    const { html } = weeklyMail(input);
    expect(html).not.toMatch(/<img|url\(/);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('<meta name="color-scheme" content="light dark"');
  });
});

test('the challenge mail holds level, title and body in both parts', () => {
  const mail = weeklyMail(challenge);
  expect(mail.subject).toBe('This week: The snail in the well');
  expect(mail.html).toContain(challenge.bodyHtml);
  for (const part of [mail.html, mail.text]) {
    expect(part).toContain('Your level: Curious');
    expect(part).toContain('The snail in the well');
  }
  expect(mail.text).toContain(challenge.bodyText);
});

test('a challenge mail reminds of the questionnaire only where its link is given', () => {
  const questionnaireUrl = 'https://challenge.example.com/#token=aaa.bbb.ccc';
  const plain = weeklyMail(challenge);
  const reminding = weeklyMail({ ...challenge, isTheirLevel: false, questionnaireUrl });
  for (const part of ['html', 'text'] as const) {
    expect(plain[part]).not.toContain(questionnaireUrl);
    expect(reminding[part]).toContain(questionnaireUrl);
    expect(reminding[part]).toContain('we do not know yours yet');
    expect(reminding[part]).toContain('Level: Curious');
    expect(reminding[part]).not.toContain('Your level');
  }
});

test('the questionnaire mail asks for the questionnaire and shows no challenge', () => {
  const mail = weeklyMail(questionnaire);
  expect(mail.subject).toBe('Where do you start? A few questions from Weekly challenge');
  expect(mail.html).toContain('Find my level');
  expect(mail.text).toContain(`Find my level:\n${common.buttonUrl}`);
});

test('no name, title, level, brand or address can bring markup into the mail or a line break into its subject', () => {
  const tagsOf = (html: string) => html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
  const clean = tagsOf(weeklyMail(challenge).html);
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (firstName, title, other) => {
      const foreign = { firstName, title, levelName: other, brandName: other, postalAddress: other };
      const mail = weeklyMail({ ...challenge, ...foreign });
      expect(tagsOf(mail.html)).toEqual(clean);
      expect(mail.html).toContain(`href="${challenge.buttonUrl}"`);
      expect(mail.subject).not.toMatch(/\p{Cc}/u);
      expect(mail.subject.length).toBeLessThan(200);
    }),
    { numRuns: 200 },
  );
});

test('a mail with a challenge of 20 KB stays under the 100 KB that Gmail shows whole', () => {
  const words = 'A snail climbs three metres a day. '.repeat(570);
  const mail = weeklyMail({ ...challenge, bodyHtml: `<p>${words}</p>`, bodyText: words });
  expect(words.length).toBeGreaterThan(19_900);
  expect(mail.html.length + mail.text.length).toBeLessThan(70_000);
});
