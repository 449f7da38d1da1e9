import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeMail, type PlannedContent } from '../../functions/mail/compose-mail.ts';
import { linkTokens } from '../../functions/mail/link-token.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLearner } from '../kit/a-learner.ts';
import { aLevel } from '../kit/a-level.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { testConfig } from '../kit/test-config.ts';

const config = testConfig({ publicUrl: 'https://challenge.example.com', mailReplyTo: 'help@example.com' });
const tokens = linkTokens({ keys: config.linkKeys, clock: fakeClock('2026-11-23T08:00:00Z') });
const services = { config, linkTokens: async () => tokens };
const learner = aLearner({ id: 'shopify-1001', customer: { firstName: 'Ada', lastName: 'Lovelace' } });
const challengeMail: PlannedContent = {
  kind: 'challenge',
  learner,
  week: '2026-W48',
  challenge: aChallenge(),
  level: aLevel(),
  questionnaireReminder: false,
};
const questionnaireMail: PlannedContent = { ...challengeMail, kind: 'questionnaire', challenge: null, level: null };

async function compose(planned: PlannedContent) {
  const outgoing = await composeMail(services, planned);
  return { outgoing, mail: await PostalMime.parse(outgoing.mime) };
}

describe('the links', () => {
  test('the challenge button opens the week’s page with a sign-in token in the fragment', async () => {
    const { mail } = await compose(challengeMail);
    const token = /https:\/\/challenge\.example\.com\/week\/2026-W48#token=([\w.-]+)/.exec(mail.text ?? '')?.[1] ?? '';
    expect(await tokens.verify('sign-in', token)).toBe('shopify-1001');
    expect(mail.html).toContain(`href="https://challenge.example.com/week/2026-W48#token=${token}"`);
  });

  test('the questionnaire button opens the page itself with a sign-in token in the fragment', async () => {
    const { mail } = await compose(questionnaireMail);
    const token = /https:\/\/challenge\.example\.com\/#token=([\w.-]+)/.exec(mail.text ?? '')?.[1] ?? '';
    expect(await tokens.verify('sign-in', token)).toBe('shopify-1001');
  });

  test('the header and both parts have the same unsubscribe link, good for nothing else', async () => {
    const { mail } = await compose(challengeMail);
    const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    const [, url = '', token = ''] =
      /^<(https:\/\/challenge\.example\.com\/unsubscribe\?token=([\w.-]+))>$/.exec(header) ?? [];
    expect(await tokens.verify('unsubscribe', token)).toBe('shopify-1001');
    await expect(tokens.verify('sign-in', token)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    expect(mail.text).toContain(url);
    expect(mail.html).toContain(`href="${url}"`);
  });

  test('the questionnaire’s link is in a challenge mail only where the learner is reminded of it', async () => {
    const link = 'https://challenge.example.com/#token=';
    expect((await compose(challengeMail)).mail.text).not.toContain(link);
    expect((await compose({ ...challengeMail, questionnaireReminder: true })).mail.text).toContain(link);
  });
});

test('the mail goes to the address exactly as the shop holds it, in the learner’s name', async () => {
  const { outgoing, mail } = await compose({
    ...challengeMail,
    learner: aLearner({ customer: { address: 'Ada.L@Example.COM', firstName: 'Zoë', lastName: '李' } }),
  });
  expect(outgoing.to).toBe('Ada.L@Example.COM');
  expect(mail.to).toMatchObject([{ name: 'Zoë 李' }]);
  expect(mail.from).toMatchObject({ name: 'Weekly challenge', address: config.mailFrom });
  expect(mail.replyTo).toMatchObject([{ address: 'help@example.com' }]);
});

test('a domain of other letters goes in Punycode, in the envelope as in the header', async () => {
  const { outgoing, mail } = await compose({
    ...challengeMail,
    learner: aLearner({ customer: { address: 'ada@bücher.example' } }),
  });
  expect(outgoing.to).toBe('ada@xn--bcher-kva.example');
  expect(mail.to).toMatchObject([{ address: 'ada@xn--bcher-kva.example' }]);
});

test('the tags name assignment, run and the ids that complaints are grouped by, in letters SES takes', async () => {
  const weekly = (await compose(challengeMail)).outgoing.tags;
  expect(weekly).toEqual({
    assignment: '2026-W48_shopify-1001',
    run: '2026-W48',
    'ses:feedback-id-a': 'weekly',
    'ses:feedback-id-b': '2026w48',
  });
  for (const value of Object.values(weekly)) expect(value).toMatch(/^[\w-]{1,256}$/);
  expect((await compose(questionnaireMail)).outgoing.tags['ses:feedback-id-a']).toBe('questionnaire');
});

test('a mail with a challenge of 20 KB stays under 100 KB as it is sent', async () => {
  const bodyText = 'Größe 5 – a snail climbs “three” metres. '.repeat(480);
  const challenge = aChallenge({ bodyText, bodyHtml: `<p>${bodyText}</p>` });
  const { outgoing } = await compose({ ...challengeMail, challenge });
  expect(outgoing.mime.length).toBeLessThan(100_000);
});

test.each([
  ['no address', { ...questionnaireMail, learner: aLearner({ customer: { address: null } }) }],
  ['a challenge mail without challenge', { ...challengeMail, challenge: null }],
  ['a challenge mail without level', { ...challengeMail, level: null }],
])('%s is an error that retrying cannot mend', async (_, planned) => {
  await expect(compose(planned)).rejects.toMatchObject({ code: 'CONFLICT', retryable: false });
});
