import { expect, test } from 'vitest';
import { signInMail } from '../../functions/mail/sign-in-mail.ts';

const input = {
  firstName: 'Ada',
  buttonUrl: 'https://challenge.example.com/#token=aaa.bbb.ccc',
  brandName: 'Weekly challenge',
  postalAddress: 'Stepladder, 1 Example Street, 10115 Berlin',
};

test('both parts hold the greeting, the link, why the mail came and from where', () => {
  const { html, text, subject, preheader } = signInMail(input);
  for (const part of [html.replace(/<\/?bdi>/g, ''), text]) {
    expect(part).toContain('Hello Ada,');
    expect(part).toContain(input.buttonUrl);
    expect(part).toContain('somebody asked for a sign-in link with your address');
    expect(part).toContain(input.postalAddress);
  }
  expect(subject).toBe('Your sign-in link for Weekly challenge');
  expect(html).toContain(preheader);
});

test('a name that is none, or a trap, is not said', () => {
  for (const firstName of [null, 'Win at evil.example'])
    expect(signInMail({ ...input, firstName }).text).toContain('Hello there,');
});

test('a name with markup stays text', () => {
  const { html } = signInMail({ ...input, firstName: '<b>Ada</b>"' });
  expect(html).not.toContain('<b>Ada');
  expect(signInMail({ ...input, firstName: '<b>Ada' }).html).toContain('&#60;b&#62;Ada');
});
