// The words of the mail with a sign-in link that somebody asked for.
import { fillTemplate } from './fill-template.ts';
import { type SignInMailSlot, signInMailHtml } from './generated/sign-in-mail.ts';
import { greetingName } from './greeting-name.ts';
import { plainLine } from './plain-line.ts';
import type { ComposedContent } from './weekly-mail.ts';

/** Subject, preview line, and both parts of the mail. `firstName` is as Shopify holds it, untrusted. */
export function signInMail(input: {
  firstName: string | null;
  buttonUrl: string;
  brandName: string;
  postalAddress: string;
}): ComposedContent {
  const { buttonUrl, postalAddress, brandName: brand } = input;
  const name = greetingName(input.firstName) ?? 'there';
  const preheader = 'This link signs you in. It works for 14 days.';
  return {
    subject: `Your sign-in link for ${plainLine(brand, 80)}`,
    preheader,
    html: fillTemplate<SignInMailSlot>(signInMailHtml, { brand, buttonUrl, name, postalAddress, preheader }),
    text: [
      `Hello ${name},`,
      `This link signs you in. It works for 14 days, as often as you like:\n${buttonUrl}`,
      'The link is yours alone: whoever has it can sign in as you, so do not forward this mail. You did not ask for it? Then there is nothing to do.',
      '-- \nYou get this mail because somebody asked for a sign-in link with your address.',
      `${brand} · ${postalAddress}\n`,
    ].join('\n\n'),
  };
}
